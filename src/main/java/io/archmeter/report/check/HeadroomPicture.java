package io.archmeter.report.check;

import io.archmeter.budget.Forbidden;
import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Judgement;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.budget.check.Result;
import io.archmeter.report.picture.Headroom;
import io.archmeter.report.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far each number is from its limit, to look at: what fails stands first. */
final class HeadroomPicture {
    private HeadroomPicture() {}

    /** If many models keep all their limits, each has the one that leaves least. */
    static Headroom of(CheckReport report) {
        List<ModelReport> within = CheckDocument.within(report);
        List<Headroom.Group> groups = new ArrayList<>();
        boolean few = within.size() <= CheckDocument.MOST_TABLES;
        report.models().stream()
                .filter(model -> few || CheckDocument.severity(model) > 0)
                .sorted(CheckDocument.WORST_FIRST)
                .forEach(model -> groups.add(group(model)));
        if (!few) {
            groups.add(tightest(within));
        }
        return new Headroom("headroom", "how far each number is from its limit", VerdictText.of(report), groups);
    }

    private static Headroom.Group group(ModelReport model) {
        return new Headroom.Group(
                PlainText.of(model.model()),
                CheckDocument.worstFirst(model.results()).stream()
                        .map(result -> limit("", result))
                        .toList());
    }

    private static Headroom.Group tightest(List<ModelReport> within) {
        List<Headroom.Limit> limits = new ArrayList<>();
        for (ModelReport model : within) {
            Optional<Result> tightest = model.tightest();
            tightest.ifPresent(result -> limits.add(limit(PlainText.of(model.model()) + ": ", result)));
        }
        return new Headroom.Group(
                within.size() + " models within budget, each with the limit that leaves least", limits);
    }

    private static Headroom.Limit limit(String model, Result result) {
        Judgement judgement = result.judgement();
        return new Headroom.Limit(
                outcome(judgement),
                model + PlainText.of(LimitText.of(result.limit())),
                judgement.actual(),
                judgement.allowed(),
                judgement.before(),
                result.limit().metric().moreIsBetter(),
                judgement.actual().isPresent()
                        ? LimitText.shown(
                                result.limit().metric(), judgement.actual().getAsLong())
                        : "",
                room(judgement));
    }

    private static Headroom.Outcome outcome(Judgement judgement) {
        return switch (judgement.verdict()) {
            case KEPT -> Headroom.Outcome.KEPT;
            case BROKEN -> judgement.warns() ? Headroom.Outcome.WARNING : Headroom.Outcome.BROKEN;
            case NOT_CHECKED -> Headroom.Outcome.NOT_CHECKED;
            case NO_LAYER -> Headroom.Outcome.NOTHING;
        };
    }

    /** {@code 129,206 left (10.8%)}, {@code 471,187 too much (78.6%)}. */
    private static String room(Judgement judgement) {
        boolean atLeast = judgement.limit().metric().moreIsBetter();
        return switch (judgement.verdict()) {
            case KEPT ->
                Forbidden.isMeantBy(judgement.limit())
                        ? "none"
                        : LimitText.room(judgement, atLeast ? " above" : " left");
            case BROKEN ->
                Forbidden.isMeantBy(judgement.limit())
                        ? "forbidden"
                        : LimitText.room(judgement, atLeast ? " missing" : " too much");
            case NOT_CHECKED -> PlainText.of("not checked: " + judgement.obstacle());
            case NO_LAYER -> "no such layer";
        };
    }
}
