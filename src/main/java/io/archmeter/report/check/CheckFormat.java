package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.report.document.Format;
import io.archmeter.report.text.Page;
import io.archmeter.report.writer.DocumentWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How what came of a check is written: for people, for programs, and for what shows it beside the code. */
public enum CheckFormat {
    TEXT("txt", "text") {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.TEXT, page).write(CheckDocument.forPeople(report), out);
        }
    },
    CSV("csv") {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.CSV, page).write(CheckDocument.of(report), out);
        }
    },
    JSON("json") {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            DocumentWriter.of(Format.JSON, page).write(CheckDocument.of(report), out);
        }
    },
    /** For a job summary, or a comment on a pull request. */
    MARKDOWN("md", "markdown") {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            new CheckMarkdown(CheckMarkdown.JOB_SUMMARY).write(report, out);
        }
    },
    /** For what shows tests: Jenkins, GitLab. */
    JUNIT("xml") {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            JUnitXml.write(report, out);
        }
    },
    /** For what shows findings of static analysis: GitHub's code scanning, editors. */
    SARIF("sarif", "sarif.json") {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            Sarif.write(report, out);
        }
    },
    /** Commands to GitHub's runner, which shows them at the lines of a pull request. */
    GITHUB {
        @Override
        public void write(CheckReport report, Page page, Writer out) throws IOException {
            GitHubAnnotations.write(report, out);
        }
    };

    private final List<String> endings;

    CheckFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * Writes a report.
     *
     * @param page how much room a text has; the other formats are the same on every page
     * @throws IOException as the writer throws it
     */
    public abstract void write(CheckReport report, Page page, Writer out) throws IOException;

    /** The format that the name of a file asks for by its ending; of several endings that fit the longest counts. */
    public static Optional<CheckFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        CheckFormat found = null;
        int longest = 0;
        for (CheckFormat format : values()) {
            for (String ending : format.endings) {
                if (lower.endsWith("." + ending) && ending.length() > longest) {
                    found = format;
                    longest = ending.length();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Its name on the command line: {@code markdown}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
