package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import java.util.Optional;

/** Layers folded into modules until they are few enough. */
final class FoldedLayers {
    private static final int DEEPEST = 100;

    private FoldedLayers() {}

    /** The deepest fold of no more than so many rows; empty where even the modules at the top are more. */
    static Optional<CostReport> within(int most, CostReport report) {
        Optional<CostReport> best = Optional.empty();
        int rows = 0;
        for (int depth = 1; depth <= DEEPEST; depth++) {
            CostReport folded = report.folded(depth);
            int now = folded.layers().size();
            if (now > most || now == rows) {
                return best;
            }
            best = Optional.of(folded);
            rows = now;
        }
        return best;
    }
}
