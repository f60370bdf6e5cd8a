package io.archmeter.report;

import io.archmeter.facts.Cost;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.metric.Metric;
import io.archmeter.nesting.Level;
import io.archmeter.nesting.Nesting;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.text.Readable;
import java.util.List;
import java.util.Optional;

/** The network of a model as a graph that can be unfolded. */
public final class GraphPicture {
    /** What is drawn first: what tells most of a layer's cost. */
    private static final Metric FIRST = Metric.MULTIPLY_ADDS;

    private GraphPicture() {}

    /**
     * The picture {@code graph}.
     *
     * @param depth how many levels deep modules are open at first; as deep as it is easy to see where nobody says
     */
    public static Picture of(NetworkFacts network, boolean training, Optional<Integer> depth) {
        return of(network, training, depth, Nesting.Limits.OF_A_PAGE);
    }

    static NetworkDrawing of(NetworkFacts network, boolean training, Optional<Integer> depth, Nesting.Limits limits) {
        Level level = Nesting.of(network, training, limits);
        Cost total = network.total(training);
        List<Metric> figures = Metric.inTables().stream()
                .filter(metric -> metric == FIRST || isThere(metric, total))
                .toList();
        DrawnBoxes boxes = new DrawnBoxes(network, figures);
        int open = depth.orElseGet(() -> OpenDepth.of(level));
        int layers = network.layers(training).size();
        long hidden = level.hiddenLayers();
        String note = hidden == 0
                ? ""
                : Readable.exact(hidden) + " of " + Readable.exact(layers)
                        + " layers are not drawn one by one: there are too many";
        return new NetworkDrawing(
                "graph",
                "the network",
                summary(network, layers, total) + (note.isEmpty() ? "" : " " + note + "."),
                figures.stream().map(Metric::header).toList(),
                figures.indexOf(FIRST),
                note,
                new DrawnLevels(network, boxes, open).draw(level));
    }

    private static boolean isThere(Metric metric, Cost total) {
        return metric.amount(total)
                .map(amount -> amount.atLeast() > 0 || !amount.isExact())
                .orElse(false);
    }

    private static String summary(NetworkFacts network, int layers, Cost total) {
        return "The " + Readable.exact(layers) + (layers == 1 ? " layer" : " layers") + " of "
                + network.graph().name()
                + ", from the input at the top to the output below; lines are what they pass on. "
                + Quantities.of(FIRST, FIRST.amount(total)).words() + " " + FIRST.words() + " in all.";
    }
}
