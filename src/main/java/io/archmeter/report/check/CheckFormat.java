package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.report.document.FileEndings;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.document.UnknownEnding;
import io.archmeter.report.text.Page;
import io.archmeter.report.writer.DocumentWriter;
import io.archmeter.report.writer.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How what came of a check is written: for people, for programs, and for what shows it beside the code. */
public enum CheckFormat {
    TEXT(FileEndings.OF_TEXT) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.TEXT, page).write(CheckDocument.forPeople(report), out);
        }
    },
    CSV(List.of("csv")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.CSV, page).write(CheckDocument.of(report), out);
        }
    },
    JSON(List.of("json")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.JSON, page).write(CheckDocument.of(report), out);
        }
    },
    /** For a job summary, or a comment on a pull request. */
    MARKDOWN(List.of("md", "markdown")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            new CheckMarkdown(places, CheckMarkdown.JOB_SUMMARY).write(report, out);
        }
    },
    HTML(List.of("html", "htm")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.HTML, page).write(CheckPage.of(report, places), out);
        }
    },
    /** How far each number is from its limit. */
    SVG(List.of("svg")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.SVG, page).write(CheckPage.of(report, places), out);
        }
    },
    /** A workbook that a spreadsheet opens. */
    XLSX(List.of("xlsx")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) {
            throw new IllegalArgumentException("a workbook is no text");
        }
    },
    /** For what shows tests: Jenkins, GitLab. */
    JUNIT(List.of("xml")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            JUnitXml.write(report, places, out);
        }
    },
    /** For what shows findings of static analysis: GitHub's code scanning, editors. */
    SARIF(List.of("sarif", "sarif.json")) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            Sarif.write(report, places, out);
        }
    },
    /** Commands to GitHub's runner, which shows them at the lines of a pull request. */
    GITHUB(List.of()) {
        @Override
        void write(CheckReport report, Places places, Page page, Writer out) throws IOException {
            GitHubAnnotations.write(report, places, out);
        }
    };

    private static final FileEndings<CheckFormat> ENDINGS = FileEndings.of(values(), format -> format.endings);

    private final List<String> endings;

    CheckFormat(List<String> endings) {
        this.endings = endings;
    }

    /**
     * Writes a report. What is shown elsewhere than where the command runs names files from the root of their repository.
     *
     * @param page how much room a text has, and what opens a file of values
     * @throws IOException as the writer throws it
     * @throws IllegalArgumentException where the format is no text
     */
    public void write(CheckReport report, Page page, Writer out) throws IOException {
        write(report, Places.inRepository(report), page, out);
    }

    /** Whether what is written is a text. */
    public boolean isText() {
        return this != XLSX;
    }

    /**
     * Writes a report as a workbook: the limits, and what was found.
     *
     * @throws IOException as the stream throws it
     */
    public static void writeWorkbook(CheckReport report, Page page, OutputStream out) throws IOException {
        List<NamedDocument> documents =
                List.of(NamedDocument.of(CheckDocument.of(report)), NamedDocument.of(FindingsDocument.of(report)));
        new WorkbookWriter(page.explained()).write(documents, out);
    }

    /** @param places for what is shown elsewhere */
    abstract void write(CheckReport report, Places places, Page page, Writer out) throws IOException;

    /** The format that the name of a file asks for by its ending; empty where it asks for none. */
    public static Optional<CheckFormat> ofFile(String name) {
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
