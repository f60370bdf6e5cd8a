package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import java.util.Optional;

/**
 * Layers folded into modules until they are few enough.
 *
 * @param depth how deep the modules lie
 */
record FoldedLayers(int depth, CostReport report) {
    /** The deepest fold of no more than so many rows; empty where even the modules at the top are more. */
    static Optional<FoldedLayers> within(int most, CostReport report) {
        Optional<FoldedLayers> best = Optional.empty();
        int before = 0;
        for (int depth = 1; before < report.layers().size(); depth++) {
            CostReport folded = report.folded(depth);
            int rows = folded.layers().size();
            if (rows > most) {
                return best;
            }
            best = Optional.of(new FoldedLayers(depth, folded));
            before = rows;
        }
        return best;
    }
}
