package io.archmeter.report.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a document is written. */
public enum Format {
    TEXT("txt", "text"),
    CSV("csv"),
    JSON("json"),
    MARKDOWN("md", "markdown");

    private final List<String> endings;

    Format(String... endings) {
        this.endings = List.of(endings);
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
