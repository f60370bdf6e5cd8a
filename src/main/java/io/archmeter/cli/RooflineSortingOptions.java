package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.RooflineOrder;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** In which order layers come that move and compute, and how many. */
final class RooflineSortingOptions {
    private static final String SORT = "--sort";

    @Option(
            names = SORT,
            paramLabel = "COLUMN",
            description = "largest first: moved_bytes, operations or least_picoseconds")
    private Optional<RooflineOrder.By> sort = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            converter = WholeNumbers.Limit.class,
            description = "only the N largest, by least_picoseconds if not sorted, or moved_bytes without a device")
    private Optional<Integer> top = Optional.empty();

    /**
     * The order that is asked for.
     *
     * @param timed whether layers have least times
     * @throws ProblemException where they have none, and are to be sorted by them
     */
    RooflineOrder order(boolean timed) {
        if (!timed && sort.equals(Optional.of(RooflineOrder.By.LEAST_PICOSECONDS))) {
            throw new ProblemException(Problem.at(
                    Span.of(SORT),
                    "no-device",
                    "there are least times on a device alone, and none was named",
                    "add --device, with a name from 'archmeter devices'"));
        }
        if (top.isEmpty()) {
            return new RooflineOrder(sort, OptionalInt.empty());
        }
        RooflineOrder.By usual = timed ? RooflineOrder.By.LEAST_PICOSECONDS : RooflineOrder.By.MOVED_BYTES;
        return new RooflineOrder(sort.or(() -> Optional.of(usual)), OptionalInt.of(top.get()));
    }
}
