package io.archmeter;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.problem.Problem;
import io.archmeter.report.check.CheckFormat;
import io.archmeter.report.check.FindingText;
import io.archmeter.report.text.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * What came of holding models to their budgets.
 *
 * @since 0.2.0
 */
public final class CheckAnswer extends Answer {
    private final CheckReport report;

    CheckAnswer(CheckReport report) {
        this.report = report;
    }

    /** Whether a limit is broken, or could not be checked; a limit that only warns does not count. */
    public boolean fails() {
        return report.fails();
    }

    /**
     * Each limit that is broken, or could not be checked, those that only warn as well: the code of its rule, what to look at first,
     * and what to do.
     */
    public List<Problem> findings() {
        return report.findings().stream().map(CheckAnswer::problem).toList();
    }

    private static Problem problem(Finding finding) {
        return new Problem(
                finding.rule().id(),
                finding.place(),
                finding.layer(),
                finding.model() + ": " + FindingText.fact(finding),
                finding.remedy());
    }

    @Override
    public void write(AnswerFormat format, Writer out) throws IOException {
        format(format).write(report, Page.ENDLESS, out);
    }

    @Override
    void writeWorkbook(OutputStream out) throws IOException {
        CheckFormat.writeWorkbook(report, Page.ENDLESS, out);
    }

    @Override
    Optional<AnswerFormat> formatOf(String file) {
        return AnswerFormat.ofFileOfCheck(file);
    }

    private static CheckFormat format(AnswerFormat format) {
        return switch (format) {
            case TEXT -> CheckFormat.TEXT;
            case CSV -> CheckFormat.CSV;
            case JSON -> CheckFormat.JSON;
            case MARKDOWN -> CheckFormat.MARKDOWN;
            case HTML -> CheckFormat.HTML;
            case SVG -> CheckFormat.SVG;
            case XLSX -> CheckFormat.XLSX;
            case JUNIT -> CheckFormat.JUNIT;
            case SARIF -> CheckFormat.SARIF;
            case GITHUB -> CheckFormat.GITHUB;
            case MERMAID, DOT, TRACE -> throw unknown(format, "a check has no network: use another format");
        };
    }
}
