package io.archmeter.report.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a document is written. */
public enum Format {
    TEXT(FileEndings.OF_TEXT),
    CSV(List.of("csv")),
    JSON(List.of("json")),
    MARKDOWN(List.of("md", "markdown"));

    private static final FileEndings<Format> ENDINGS = FileEndings.of(values(), format -> format.endings);

    private final List<String> endings;

    Format(List<String> endings) {
        this.endings = endings;
    }

    /** The format that the name of a file asks for by its ending; empty where it asks for none. */
    public static Optional<Format> ofFile(String name) {
        return ENDINGS.formatOf(name);
    }

    /** The ending of a file that names no known format; empty where it names one, or where there is no ending. */
    public static Optional<UnknownEnding> unknownEnding(String name) {
        return ENDINGS.unknown(name);
    }

    /** Its name on the command line: {@code markdown}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
