package io.archmeter.sweep;

import io.archmeter.accuracy.Accuracy;
import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import java.util.OptionalLong;

/** What is wanted as small, or as large, as it can be. */
public sealed interface Objective {
    /** The word by which accuracy is called, which is measured by others and no figure. */
    String ACCURACY = "accuracy";

    /** Whether more of it is better. */
    boolean maximized();

    /** What it is called: {@code multiply_adds}. */
    String name();

    /** What a row has of it; empty where that is not known. */
    OptionalLong of(Row row, Sweep sweep);

    /** A figure that is counted. */
    record OfMetric(Metric metric, boolean maximized) implements Objective {
        @Override
        public String name() {
            return metric.toString();
        }

        @Override
        public OptionalLong of(Row row, Sweep sweep) {
            return row.figure(sweep.figures().indexOf(metric))
                    .map(Amount::exact)
                    .orElse(OptionalLong.empty());
        }
    }

    /** How accurate it is, in thousandths of a percent. */
    record OfAccuracy(boolean maximized) implements Objective {
        @Override
        public String name() {
            return ACCURACY;
        }

        @Override
        public OptionalLong of(Row row, Sweep sweep) {
            return sweep.accuracy(row.point())
                    .map(Accuracy::thousandths)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }
    }
}
