package io.archmeter.report.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a document is written. */
public enum Format {
    TEXT(Audience.PEOPLE, true, FileEndings.OF_TEXT),
    CSV(Audience.TABLES, false, List.of("csv")),
    JSON(Audience.PROGRAMS, false, List.of("json")),
    MARKDOWN(Audience.PEOPLE, false, List.of("md", "markdown")),
    /** A page that a browser shows, with all pictures of a document. */
    HTML(Audience.PEOPLE, true, List.of("html", "htm")),
    /** One picture of a document. */
    SVG(Audience.PEOPLE, true, List.of("svg")),
    /** A workbook that a spreadsheet opens: Excel, LibreOffice. */
    XLSX(Audience.SPREADSHEETS, false, List.of("xlsx")),
    /** The network of a document as a flowchart in a text, for Markdown. */
    MERMAID(Audience.PEOPLE, false, List.of("mmd", "mermaid")),
    /** The same for Graphviz. */
    DOT(Audience.PEOPLE, false, List.of("dot", "gv")),
    /** What is held at each step, for viewers of traces. */
    TRACE(Audience.PROGRAMS, false, List.of("trace.json"));

    private static final FileEndings<Format> ENDINGS = FileEndings.of(values(), format -> format.endings);

    private final Audience audience;
    private final boolean draws;
    private final List<String> endings;

    /** @param draws whether it has a place for bars */
    Format(Audience audience, boolean draws, List<String> endings) {
        this.audience = audience;
        this.draws = draws;
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

    /** Who reads it. */
    public Audience audience() {
        return audience;
    }

    /** Whether it shows the pictures of a document, so that they have to be there. */
    public boolean showsPictures() {
        return this == HTML || this == SVG || this == TRACE || showsNetworks();
    }

    /** Whether it shows nothing but the network of a document. */
    public boolean showsNetworks() {
        return this == MERMAID || this == DOT;
    }

    /** Whether it writes a column. */
    boolean shows(Column column) {
        return column.isFor(audience) && (draws || column.kind() != Column.Kind.BAR);
    }

    /** Its name on the command line: {@code markdown}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
