package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure of layers that pictures of a network show.
 *
 * @param name as people read it above its column
 * @param of what a layer, or several together, have of it
 */
record DrawnFigure(String name, Metric.Unit unit, Function<Cost, Amount> of) {
    /** Those that a network has, in the order of the columns of tables; what conventions count comes last. */
    static List<DrawnFigure> of(Cost total) {
        List<DrawnFigure> figures = new ArrayList<>();
        for (Metric metric : Metric.inTables()) {
            figures.add(new DrawnFigure(
                    metric.header(), metric.unit(), cost -> metric.amount(cost).orElse(Amount.ZERO)));
        }
        for (String convention : CountedColumns.names(total)) {
            figures.add(new DrawnFigure(
                    convention, Metric.Unit.COUNT, cost -> cost.counted().getOrDefault(convention, Amount.ZERO)));
        }
        figures.removeIf(figure -> figure.amount(total).equals(Amount.ZERO));
        return figures;
    }

    /** The number of the one that is drawn first: multiply-adds, where there are any. */
    static int first(List<DrawnFigure> figures) {
        for (int number = 0; number < figures.size(); number++) {
            if (figures.get(number).name().equals(Metric.MULTIPLY_ADDS.header())) {
                return number;
            }
        }
        return 0;
    }

    Amount amount(Cost cost) {
        return of.apply(cost);
    }

    /** What is drawn of a cost. */
    Quantity drawn(Cost cost) {
        return Quantities.of(unit, amount(cost));
    }

    /** {@code multiply-adds 12,845,056 (0.1%)}: without a share where a part is not known; nothing where there is none of it. */
    Optional<String> exactly(Cost cost, Cost total) {
        Amount amount = amount(cost);
        Amount whole = amount(total);
        if (amount.equals(Amount.ZERO)) {
            return Optional.empty();
        }
        boolean shared = amount.isExact() && whole.isExact() && whole.atLeast() > 0;
        String share = shared ? " (" + Readable.percent(amount.atLeast(), whole.atLeast()) + ")" : "";
        String bytes = unit == Metric.Unit.BYTES ? " bytes" : "";
        return Optional.of(name + " " + Quantities.inFull(amount) + bytes + share);
    }

    /** Empty where one of them is not known in full. */
    Cell share(Cost cost, Cost total) {
        Amount amount = amount(cost);
        Amount whole = amount(total);
        return amount.isExact() && whole.isExact() ? Cell.Percent.of(amount.atLeast(), whole.atLeast()) : Cell.EMPTY;
    }
}
