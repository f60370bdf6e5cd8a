package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.budget.check.Note;
import io.archmeter.budget.check.Result;
import io.archmeter.budget.check.Verdict;
import io.archmeter.report.diff.InputCells;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Models beside their budgets. */
final class CheckDocument {
    /** A limit on each layer can have a thousand findings, of which a person reads the first. */
    private static final int SHOWN_FINDINGS = 5;

    /** Who checks more models than this wants to see those that fail. */
    private static final int MOST_TABLES = 3;

    private CheckDocument() {}

    /** For programs: models and limits in the order of the budget. */
    static Document of(CheckReport report) {
        return document(report, report.models(), Comparator.comparing(result -> 0), List.of());
    }

    /**
     * For people: what fails stands last, where a terminal shows it, with all that is known of it; in the table of a model it
     * stands first. If many models pass, each has one line.
     */
    static Document forPeople(CheckReport report) {
        List<ModelReport> within =
                report.models().stream().filter(model -> severity(model) == 0).toList();
        boolean few = within.size() <= MOST_TABLES;
        List<Section> sections = new ArrayList<>();
        if (!few) {
            sections.add(WithinBudget.section(within));
        }
        List<ModelReport> models = report.models().stream()
                .filter(model -> few || severity(model) > 0)
                .sorted(Comparator.comparing(CheckDocument::severity))
                .toList();
        return document(report, models, Comparator.comparing(result -> -severity(result)), sections);
    }

    private static int severity(ModelReport model) {
        return model.results().stream().mapToInt(CheckDocument::severity).max().orElse(0);
    }

    private static int severity(Result result) {
        return result.judgement().fails() ? 2 : result.judgement().warns() ? 1 : 0;
    }

    /** @param first what stands before those of the models */
    private static Document document(
            CheckReport report, List<ModelReport> models, Comparator<Result> order, List<Section> first) {
        List<Measure<ModelReport>> heading = heading(models);
        List<Measure<Result>> measures = CheckedLimit.measures(compares(models));
        List<Section> sections = new ArrayList<>(first);
        for (ModelReport model : models) {
            List<Result> results = model.results().stream().sorted(order).toList();
            sections.add(Section.of(Measure.row(heading, model), Measure.rows(measures, results))
                    .with(details(results)));
        }
        Table table = new Table(
                "models", "limits", Table.Layout.GRID, Measure.columns(heading), Measure.columns(measures), sections);
        return new Document(
                "check", 2, "models beside their budgets", about(report), table, List.of(), remarks(report));
    }

    private static boolean compares(List<ModelReport> models) {
        return models.stream()
                .flatMap(model -> model.results().stream())
                .anyMatch(result -> result.judgement().before().isPresent());
    }

    private static List<Measure<ModelReport>> heading(List<ModelReport> models) {
        List<Measure<ModelReport>> heading = new ArrayList<>(List.of(
                new Measure<>(Column.name("model", ""), model -> new Cell.Text(model.model())),
                new Measure<>(
                        Column.text("compared_with", "").only(Audience.PROGRAMS),
                        model -> model.before()
                                .<Cell>map(before -> new Cell.Text(before.key()))
                                .orElse(Cell.EMPTY))));
        heading.addAll(InputCells.measures(models, ModelReport::before, model -> Optional.of(model.now())));
        return heading;
    }

    private static List<HeaderField> about(CheckReport report) {
        return List.of(
                HeaderField.of(
                        "counts",
                        Cell.Members.of(
                                count("models", report.models().size()),
                                count("over_budget", report.failing()),
                                count("broken", report.count(Verdict.BROKEN)),
                                count("not_checked", report.count(Verdict.NOT_CHECKED)),
                                count("kept", report.count(Verdict.KEPT)),
                                count("no_layer", report.count(Verdict.NO_LAYER)),
                                count("warnings", report.warnings()))),
                HeaderField.of(
                        "notes",
                        new Cell.Items(
                                report.notes().stream().map(CheckDocument::note).toList())));
    }

    private static Cell.Member count(String name, long count) {
        return new Cell.Member(name, new Cell.ExactCount(count));
    }

    private static Cell note(Note note) {
        return Cell.Members.of(
                new Cell.Member("code", new Cell.Text(note.rule().id())),
                new Cell.Member("model", new Cell.Text(note.model())),
                new Cell.Member("at", FindingCell.place(note.place())),
                new Cell.Member("note", new Cell.Text(note.text())));
    }

    private static List<Detail> details(List<Result> results) {
        List<Detail> details = new ArrayList<>();
        for (Result result : results) {
            List<Finding> findings = result.findings();
            int shown = Math.min(SHOWN_FINDINGS, findings.size());
            findings.subList(0, shown)
                    .forEach(finding -> details.add(new Detail.Remark(
                            CheckedLimit.tone(finding.judgement()),
                            FindingText.headline(finding, Places.FROM_HERE),
                            FindingText.details(finding, Places.FROM_HERE))));
            if (shown < findings.size()) {
                details.add(Detail.Remark.of(findings.size() - shown + " more of this limit; --format json shows all"));
            }
        }
        return details;
    }

    private static List<Detail.Remark> remarks(CheckReport report) {
        List<Detail.Remark> remarks = new ArrayList<>();
        report.notes().forEach(note -> remarks.add(Detail.Remark.of(NoteText.headline(note, Places.FROM_HERE))));
        remarks.add(Detail.Remark.of(report.fails() ? Tone.PROBLEM : Tone.PLAIN, VerdictText.of(report)));
        return remarks;
    }
}
