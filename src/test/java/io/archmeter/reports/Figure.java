package io.archmeter.reports;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What a source prints beside what we count. Whether they agree is computed; where they do not, somebody had to
 * find out why.
 *
 * @param printed empty where the source gives no such figure
 * @param decimals to which ours is rounded
 */
record Figure(Optional<Printed> printed, Quantity ours, Unit unit, int decimals, Optional<Reason> reason) {
    static Figure figure(Printed printed, Quantity ours) {
        return new Figure(
                Optional.of(printed), ours, printed.unit(), printed.number().scale(), Optional.empty());
    }

    static Figure figure(String printed, Unit unit, Quantity ours) {
        return figure(Printed.printed(printed, unit), ours);
    }

    static Figure ours(Quantity ours, Unit unit, int decimals) {
        return new Figure(Optional.empty(), ours, unit, decimals, Optional.empty());
    }

    Figure because(Reason reason) {
        return new Figure(printed, ours, unit, decimals, Optional.of(reason));
    }

    boolean agrees() {
        return printed.filter(figure -> figure.agrees(ours, RoundingMode.HALF_UP))
                .isPresent();
    }

    /** What is wrong with the comparison itself; empty if it can be shown. */
    List<String> faults() {
        if (printed.isEmpty()) {
            return reason.isEmpty() ? List.of() : List.of("a reason without a printed figure");
        }
        String both = printed.get().text() + " against " + ours.exactly();
        if (agrees()) {
            return reason.isEmpty() ? List.of() : List.of(both + " agrees, but a reason is given why not");
        }
        if (reason.isEmpty()) {
            return List.of(both + " does not agree, and no reason is given");
        }
        return reason.get().holds(printed.get(), ours)
                ? List.of()
                : List.of(both + ": what is said to give the printed figure does not");
    }

    String printedText() {
        return printed.map(Printed::text).orElse("");
    }

    /** Ours, as the source would have printed it; with two digits more where that is something else. */
    String roundedText() {
        boolean more = printed.isPresent() && !agrees() && unit != Unit.ONE;
        return Quantity.grouped(ours.in(unit, more ? decimals + 2 : decimals, RoundingMode.HALF_UP)) + unit.label();
    }

    String exactText() {
        return ours.exactly() + unit.base();
    }
}
