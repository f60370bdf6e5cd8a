package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.growth.Growth;
import io.archmeter.growth.Limit;
import io.archmeter.growth.Variable;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The largest values that fit limits. */
final class GrowFits {
    private GrowFits() {}

    /** Whether a point is within all limits; empty where there are none. */
    static Cell fits(Growth.Along along, Growth.Point point) {
        return along.fits()
                .<Cell>map(fit -> {
                    boolean within = fit.limits().stream().allMatch(limit -> isWithin(limit, point));
                    return new Cell.Flag(within, within ? "fits" : "does not fit");
                })
                .orElse(Cell.EMPTY);
    }

    private static boolean isWithin(Limit limit, Growth.Point point) {
        Amount amount = point.figures().get(limit.metric());
        return amount != null && amount.isExact() && amount.atLeast() <= limit.most();
    }

    /** For programs. */
    static Cell member(Growth.Along along) {
        return along.fits().<Cell>map(GrowFits::member).orElse(Cell.EMPTY);
    }

    private static Cell member(Growth.LargestFit fit) {
        List<Cell> limits = new ArrayList<>();
        for (Limit limit : fit.limits()) {
            limits.add(Cell.Members.of(
                    new Cell.Member("metric", new Cell.Text(limit.metric().toString())),
                    new Cell.Member("limit", new Cell.Count(limit.most())),
                    new Cell.Member("figure", figure(limit, fit.largest())),
                    new Cell.Member("figure_of_next", figure(limit, fit.beyond()))));
        }
        return Cell.Members.of(
                new Cell.Member(
                        "largest",
                        fit.end() && fit.largest().isPresent()
                                ? new Cell.Count(fit.largest().get().value())
                                : Cell.EMPTY),
                new Cell.Member(
                        "next",
                        fit.next().isPresent() ? new Cell.Count(fit.next().getAsLong()) : Cell.EMPTY),
                new Cell.Member("unlimited", new Cell.Flag(!fit.end(), "")),
                new Cell.Member("monotone", new Cell.Flag(fit.monotone(), "")),
                new Cell.Member("limits", new Cell.Items(limits)));
    }

    private static Cell figure(Limit limit, Optional<Growth.Point> point) {
        return point.map(Growth.Point::figures)
                .map(figures -> figures.get(limit.metric()))
                .<Cell>map(amount -> new Cell.ExactCount(amount.atLeast()))
                .orElse(Cell.EMPTY);
    }

    /** What people see: a sentence, and the figures on both sides of the limit. */
    static List<Detail> details(Growth.Along along, Growth.LargestFit fit) {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail.Listing(sentence(along.line().variable(), fit), table(fit)));
        if (!fit.monotone()) {
            details.add(Detail.Remark.of(
                    Tone.WARNING,
                    "it goes up and down: a larger " + along.line().variable().word()
                            + " fits too, or a smaller one does not"));
        }
        if (fit.next().isPresent() && fit.beyond().isEmpty()) {
            details.add(Detail.Remark.of("with " + along.line().variable().symbol() + " = "
                    + Readable.exact(fit.next().getAsLong()) + " there is no network"));
        }
        return details;
    }

    private static String sentence(Variable variable, Growth.LargestFit fit) {
        String steps = variable.step() == 1 ? "" : " in steps of " + Readable.exact(variable.step());
        if (!fit.end()) {
            return "any " + variable.word()
                    + " fits: what is limited does not grow with it, or nowhere reaches its limit";
        }
        return fit.largest().isEmpty()
                ? "no " + variable.word() + steps + " fits"
                : "the largest " + variable.word() + steps + " that fits: "
                        + Readable.exact(fit.largest().get().value());
    }

    private static Table table(Growth.LargestFit fit) {
        List<Column> columns = List.of(
                Column.text("metric", "figure"),
                Column.number("limit", "limit"),
                Column.number(
                        "there",
                        fit.end() && fit.largest().isPresent()
                                ? "at " + Readable.exact(fit.largest().get().value())
                                : "there"),
                Column.number(
                        "next",
                        fit.next().isPresent()
                                ? "at " + Readable.exact(fit.next().getAsLong())
                                : "next"));
        List<Row> rows = fit.limits().stream()
                .map(limit -> Row.of(
                        new Cell.Text(GrowWords.exactly(limit.metric())),
                        new Cell.ExactCount(limit.most()),
                        figure(limit, fit.largest()),
                        figure(limit, fit.beyond())))
                .toList();
        return Table.of("limits", columns, rows);
    }
}
