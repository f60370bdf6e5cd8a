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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Models beside their budgets. */
final class CheckDocument {
    /** A limit on each layer can have a thousand findings, of which a person reads the first. */
    private static final int SHOWN_FINDINGS = 5;

    /** Who checks more models than this wants to see those that fail. */
    static final int MOST_TABLES = 3;

    /** For what is read from its top. */
    static final Comparator<ModelReport> WORST_FIRST = Comparator.comparing(model -> -severity(model));

    private CheckDocument() {}

    /** For programs: models and limits in the order of the budget. */
    static Document of(CheckReport report) {
        return document(report, report.models(), sections(report.models(), results -> results));
    }

    /**
     * For people: what fails stands last, where a terminal shows it, with all that is known of it; in the table of a model it
     * stands first. If many models pass, each has one line.
     */
    static Document forPeople(CheckReport report) {
        List<ModelReport> within = within(report);
        boolean few = within.size() <= MOST_TABLES;
        List<Section> sections = new ArrayList<>();
        if (!few) {
            sections.add(WithinBudget.section(within));
        }
        List<ModelReport> models = report.models().stream()
                .filter(model -> few || severity(model) > 0)
                .sorted(Comparator.comparing(CheckDocument::severity))
                .toList();
        sections.addAll(sections(models, CheckDocument::worstFirst));
        return document(report, models, sections);
    }

    /** The models that keep all their limits. */
    static List<ModelReport> within(CheckReport report) {
        return report.models().stream().filter(model -> severity(model) == 0).toList();
    }

    static List<Result> worstFirst(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparing(result -> -severity(result)))
                .toList();
    }

    static int severity(ModelReport model) {
        return model.results().stream().mapToInt(CheckDocument::severity).max().orElse(0);
    }

    private static int severity(Result result) {
        return result.judgement().fails() ? 2 : result.judgement().warns() ? 1 : 0;
    }

    private static List<Section> sections(List<ModelReport> models, UnaryOperator<List<Result>> order) {
        return sections(models, order, results -> details(results, finding -> true, CheckDocument::remark));
    }

    /** A section for each model, of which the columns are those of all. */
    static List<Section> sections(
            List<ModelReport> models, UnaryOperator<List<Result>> order, Function<List<Result>, List<Detail>> details) {
        List<Measure<ModelReport>> heading = heading(models);
        List<Measure<Result>> measures = CheckedLimit.measures(compares(models));
        List<Section> sections = new ArrayList<>();
        for (ModelReport model : models) {
            List<Result> results = order.apply(model.results());
            sections.add(Section.of(Measure.row(heading, model), Measure.rows(measures, results))
                    .with(details.apply(results)));
        }
        return sections;
    }

    private static Document document(CheckReport report, List<ModelReport> models, List<Section> sections) {
        return new Document(
                "check",
                2,
                "models beside their budgets",
                about(report),
                table(models, sections),
                List.of(),
                remarks(report));
    }

    /** @param models whose sections are among them */
    static Table table(List<ModelReport> models, List<Section> sections) {
        return new Table(
                "models",
                "limits",
                Table.Layout.GRID,
                Measure.columns(heading(models)),
                Measure.columns(CheckedLimit.measures(compares(models))),
                sections);
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

    static List<HeaderField> about(CheckReport report) {
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

    /** @param which of the findings are told */
    static List<Detail> details(
            List<Result> results, Predicate<Finding> which, Function<Finding, Detail.Remark> remark) {
        List<Detail> details = new ArrayList<>();
        for (Result result : results) {
            List<Finding> findings = result.findings().stream().filter(which).toList();
            int shown = Math.min(SHOWN_FINDINGS, findings.size());
            findings.subList(0, shown).forEach(finding -> details.add(remark.apply(finding)));
            if (shown < findings.size()) {
                details.add(Detail.Remark.of(findings.size() - shown + " more of this limit; --format json shows all"));
            }
        }
        return details;
    }

    private static Detail.Remark remark(Finding finding) {
        return new Detail.Remark(
                CheckedLimit.tone(finding.judgement()),
                FindingText.headline(finding, Places.FROM_HERE),
                FindingText.details(finding, Places.FROM_HERE));
    }

    private static List<Detail.Remark> remarks(CheckReport report) {
        List<Detail.Remark> remarks = new ArrayList<>();
        report.notes().forEach(note -> remarks.add(Detail.Remark.of(NoteText.headline(note, Places.FROM_HERE))));
        remarks.add(Detail.Remark.of(report.fails() ? Tone.PROBLEM : Tone.PLAIN, VerdictText.of(report)));
        return remarks;
    }
}
