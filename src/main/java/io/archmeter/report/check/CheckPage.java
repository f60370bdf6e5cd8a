package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Section;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** Models beside their budgets, as a page: its first screen says what fails, and why. */
final class CheckPage {
    /** How many findings stand above all models; the others stand below theirs. */
    private static final int FIRST = 3;

    private CheckPage() {}

    /** @param places how files are named where the page is read */
    static Document of(CheckReport report, Places places) {
        List<Finding> worst = report.worstFindings();
        List<Finding> first = first(worst);
        List<Picture> pictures = new ArrayList<>(List.of(HeadroomPicture.of(report)));
        HeaviestPicture.of(first).ifPresent(pictures::add);
        List<ModelReport> within = CheckDocument.within(report);
        boolean few = within.size() <= CheckDocument.MOST_TABLES;
        List<ModelReport> models = report.models().stream()
                .filter(model -> few || CheckDocument.severity(model) > 0)
                .sorted(CheckDocument.WORST_FIRST)
                .toList();
        List<Section> sections = new ArrayList<>(CheckDocument.sections(
                models,
                CheckDocument::worstFirst,
                results -> CheckDocument.details(
                        results, finding -> !first.contains(finding), finding -> remark(finding, places))));
        if (!few) {
            sections.add(WithinBudget.section(within));
        }
        return new Document(
                        "check",
                        2,
                        VerdictText.of(report),
                        CheckDocument.about(report),
                        CheckDocument.table(models, sections),
                        List.of(),
                        answer(report, first, worst.size(), places))
                .with(pictures, List.of());
    }

    /** The worst of each limit of a model, since others of it say the same of another layer. */
    private static List<Finding> first(List<Finding> worst) {
        List<Finding> first = new ArrayList<>();
        for (Finding finding : worst) {
            boolean said = first.stream()
                    .anyMatch(other -> other.model().equals(finding.model())
                            && other.limit().equals(finding.limit()));
            if (!said && first.size() < FIRST) {
                first.add(finding);
            }
        }
        return first;
    }

    /** What is wrong stands first, and where after that. */
    private static Detail.Remark remark(Finding finding, Places places) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.limit().level() + " at " + places.shown(finding.place()) + " ("
                + finding.rule().id() + ")");
        lines.addAll(FindingText.details(finding, places));
        return new Detail.Remark(
                CheckedLimit.tone(finding.judgement()), finding.model() + ": " + FindingText.fact(finding), lines);
    }

    private static List<Detail.Remark> answer(CheckReport report, List<Finding> first, int all, Places places) {
        List<Detail.Remark> answer = new ArrayList<>();
        first.forEach(finding -> answer.add(remark(finding, places)));
        if (all > first.size()) {
            answer.add(Detail.Remark.of(all - first.size() + " more below, each at its model"));
        }
        report.notes().forEach(note -> answer.add(Detail.Remark.of(NoteText.headline(note, places))));
        return answer;
    }
}
