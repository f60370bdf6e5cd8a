package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import java.util.List;

/** What is not as it has to be, a row for each finding: for spreadsheets, beside the limits. */
final class FindingsDocument {
    private static final List<Measure<Finding>> MEASURES = List.of(
            new Measure<>(Column.name("model", "model"), finding -> new Cell.Text(finding.model())),
            new Measure<>(Column.text("level", "level"), FindingsDocument::level),
            new Measure<>(
                    Column.text("check", "check"),
                    finding -> new Cell.Text(finding.rule().id())),
            new Measure<>(Column.text("limit", "limit"), finding -> new Cell.Text(LimitText.of(finding.limit()))),
            new Measure<>(Column.text("layer", "layer"), finding -> new Cell.Text(finding.layer())),
            new Measure<>(
                    Column.number("actual", "actual"),
                    finding -> FindingCell.number(finding.judgement().actual())),
            new Measure<>(
                    Column.number("allowed", "allowed"),
                    finding -> FindingCell.number(finding.judgement().allowed())),
            new Measure<>(
                    Column.number("before", "before"),
                    finding -> FindingCell.number(finding.judgement().before())),
            new Measure<>(
                    Column.text("at", "at"),
                    finding -> new Cell.Text(finding.place().toString())),
            new Measure<>(Column.phrase("fact", "fact"), finding -> new Cell.Text(FindingText.fact(finding))),
            new Measure<>(Column.phrase("remedy", "remedy"), finding -> new Cell.Text(finding.remedy())));

    private FindingsDocument() {}

    static Document of(CheckReport report) {
        Table table = Table.of("findings", Measure.columns(MEASURES), Measure.rows(MEASURES, report.findings()));
        return new Document("check", 1, "what is not as it has to be", List.of(), table, List.of());
    }

    private static Cell level(Finding finding) {
        Tone tone = CheckedLimit.tone(finding.judgement());
        return new Cell.Toned(tone, new Cell.Text(finding.limit().level().toString()));
    }
}
