package io.archmeter.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a document is written. */
public enum Format {
    TEXT("txt", "text") {
        @Override
        DocumentWriter writer(Page page) {
            return new TextWriter(page);
        }
    },
    CSV("csv") {
        @Override
        DocumentWriter writer(Page page) {
            return new CsvWriter();
        }
    },
    JSON("json") {
        @Override
        DocumentWriter writer(Page page) {
            return new JsonWriter();
        }
    },
    MARKDOWN("md", "markdown") {
        @Override
        DocumentWriter writer(Page page) {
            return new MarkdownWriter();
        }
    };

    private final List<String> endings;

    Format(String... endings) {
        this.endings = List.of(endings);
    }

    abstract DocumentWriter writer(Page page);

    /**
     * Writes a document.
     *
     * @param page how much room a text has; the other formats are the same on every page
     */
    public void write(Document document, Page page, Writer out) throws IOException {
        writer(page).write(document, out);
    }

    /** The format that the name of a file asks for by its ending. */
    public static Optional<Format> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.endings.contains(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Its name on the command line: {@code markdown}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
