package io.archmeter.report.check;

import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.budget.check.Contribution;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.Judgement;
import io.archmeter.budget.check.LayerGrowth;
import io.archmeter.budget.check.Origin;
import io.archmeter.budget.check.Verdict;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.report.diff.AspectText;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as people read them, in the same words in all formats. */
public final class FindingText {
    private FindingText() {}

    /** With its place in front: {@code specs/small.yaml:4:9: error: [total-limit] specs/small.yaml: …}. */
    static String headline(Finding finding, Places places) {
        return places.shown(finding.place()) + ": " + finding.limit().level() + ": ["
                + finding.rule().id() + "] " + finding.model() + ": " + fact(finding);
    }

    /** What is wrong: {@code parameters in total: 1,234 is 234 (23.4%) over the limit of 1,000}. */
    public static String fact(Finding finding) {
        Judgement judgement = finding.judgement();
        Limit limit = finding.limit();
        if (Forbidden.isMeantBy(limit)) {
            return "layer " + finding.layer() + ": " + ((Scope.Operator) limit.scope()).kind() + " is forbidden";
        }
        String what = limit.scope() instanceof Scope.Layer
                ? limit.metric().words() + " of layer " + finding.layer()
                : LimitText.what(limit);
        return what
                + (judgement.verdict() == Verdict.BROKEN
                        ? ": " + broken(judgement)
                        : " not checked: " + judgement.obstacle());
    }

    private static String broken(Judgement judgement) {
        Metric metric = judgement.limit().metric();
        long allowed = judgement.allowed().orElseThrow();
        long excess = -judgement.headroom().orElseThrow();
        return LimitText.exact(metric, judgement.actual().orElseThrow()) + " is "
                + Readable.exact(excess)
                + (allowed == 0 ? "" : " (" + LimitText.percent(excess, allowed) + ")")
                + (metric.moreIsBetter() ? " short of the limit of " : " over the limit of ")
                + LimitText.exact(metric, allowed);
    }

    /** What helps to see why, and what to do: a line for each. */
    static List<String> details(Finding finding, Places places) {
        List<String> lines = new ArrayList<>();
        lines.add("limit: " + limit(finding.judgement()) + ", at "
                + places.shown(finding.limit().place()));
        lines.addAll(evidence(finding, places));
        return lines;
    }

    private static List<String> evidence(Finding finding, Places places) {
        List<String> lines = new ArrayList<>();
        Origin origin = finding.origin();
        if (!origin.inBlock().isEmpty()) {
            lines.add("in the block at " + all(origin.inBlock(), places));
        }
        if (!origin.calls().isEmpty()) {
            lines.add("the block is called at " + all(origin.calls(), places));
        }
        if (!finding.heaviest().isEmpty()) {
            lines.add("heaviest" + by(finding, finding.heaviest().get(0).metric()) + ": "
                    + finding.heaviest().stream().map(FindingText::weight).collect(Collectors.joining(", ")));
        }
        if (!finding.grown().isEmpty()) {
            lines.add("since the baseline" + by(finding, finding.grown().get(0).metric()) + ": "
                    + finding.grown().stream().map(FindingText::grown).collect(Collectors.joining(", ")));
        }
        lines.add("remedy: " + finding.remedy());
        return lines;
    }

    private static String all(List<Span> reached, Places places) {
        return reached.stream().map(places::shown).map(Span::toString).collect(Collectors.joining(", "));
    }

    /** For where there is no budget: what is wrong, why, at which layer, and what to do, a line each. */
    public static String explained(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.model() + ": " + fact(finding));
        if (!finding.layer().isEmpty()) {
            lines.add("look at: " + finding.layer() + ", " + finding.place());
        }
        lines.addAll(evidence(finding, Places.FROM_HERE));
        return String.join("\n", lines);
    }

    /** All of it, a line each. */
    static List<String> lines(Finding finding, Places places) {
        List<String> lines = new ArrayList<>();
        lines.add(fact(finding));
        lines.addAll(details(finding, places));
        return lines;
    }

    /** {@code at most +2%, the baseline has 25,557,032}. */
    private static String limit(Judgement judgement) {
        Limit limit = judgement.limit();
        String bound = LimitText.bound(limit);
        return judgement.before().isEmpty()
                ? bound
                : bound + ", the baseline has "
                        + LimitText.exact(limit.metric(), judgement.before().getAsLong());
    }

    /** Where the metric that is added up is not the one that is limited. */
    private static String by(Finding finding, Metric metric) {
        return metric == finding.limit().metric() ? "" : " by " + metric.words();
    }

    static String weight(Contribution weight) {
        return weight.layer() + " " + LimitText.exact(weight.metric(), weight.value()) + " ("
                + LimitText.percent(weight.value(), weight.whole()) + ")";
    }

    static String grown(LayerGrowth grown) {
        return grown.layer() + " " + grown.kind() + AspectText.of(grown.aspects()) + ", +"
                + LimitText.exact(grown.metric(), grown.by());
    }
}
