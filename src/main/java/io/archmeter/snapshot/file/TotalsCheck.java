package io.archmeter.snapshot.file;

import io.archmeter.metric.Metric;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.source.SourceValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares the totals of a file with the sums over its layers. Two changes can be merged without a conflict into a file that nobody
 * wrote, whose totals are not those sums.
 */
final class TotalsCheck {
    private TotalsCheck() {}

    /** Adds a problem for each total that is no sum; where something stands in for what could not be read, there is nothing to check. */
    static void check(Snapshot snapshot, Members totals) {
        if (!totals.problems().isEmpty()) {
            return;
        }
        for (Metric metric : Metric.recorded()) {
            Optional<SourceValue> written = totals.find(metric.toString());
            OptionalLong total = snapshot.total(metric);
            if (written.isPresent() && total.isPresent() && !addsUp(metric, snapshot, total)) {
                totals.problems()
                        .add(
                                written.get().at(),
                                "wrong-total",
                                "the " + metric.words() + " of all layers do not add up to " + total.getAsLong(),
                                totals.remedy());
            }
        }
    }

    private static boolean addsUp(Metric metric, Snapshot snapshot, OptionalLong total) {
        if (metric.together() != Metric.Together.SUM) {
            return true;
        }
        try {
            OptionalLong sum = Snapshot.together(metric, snapshot.layers());
            return sum.isEmpty() || sum.equals(total);
        } catch (ArithmeticException tooMuch) {
            return false;
        }
    }
}
