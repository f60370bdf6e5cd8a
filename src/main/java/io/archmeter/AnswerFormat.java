package io.archmeter;

import io.archmeter.report.check.CheckFormat;
import io.archmeter.report.document.Format;
import java.util.Locale;
import java.util.Optional;

/**
 * How an {@link Answer} is written.
 *
 * @since 0.2.0
 */
public enum AnswerFormat {
    /** What a terminal shows. */
    TEXT,
    /** Rows for programs, as RFC 4180 has them. */
    CSV,
    /** All that is known, for programs. */
    JSON,
    /** For reviews, and for what is written about a model. */
    MARKDOWN,
    /** A page that a browser shows, with all pictures. */
    HTML,
    /** One picture. */
    SVG,
    /** A workbook that a spreadsheet opens; no text. */
    XLSX,
    /** The network as a flowchart, for Markdown. */
    MERMAID,
    /** The same for Graphviz. */
    DOT,
    /** What is held at each step, for viewers of traces. */
    TRACE,
    /** For what shows tests: of checks alone. */
    JUNIT,
    /** For what shows findings beside the code: of checks alone. */
    SARIF,
    /** Commands to GitHub's runner: of checks alone. */
    GITHUB;

    /** The one that the name of a file asks for by its ending, of those that most answers have; empty where it asks for none. */
    public static Optional<AnswerFormat> ofFile(String name) {
        return Format.ofFile(name).map(format -> valueOf(format.name()));
    }

    /** The same of those that a check has. */
    static Optional<AnswerFormat> ofFileOfCheck(String name) {
        return CheckFormat.ofFile(name).map(format -> valueOf(format.name()));
    }

    /** Its name on the command line: {@code markdown}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
