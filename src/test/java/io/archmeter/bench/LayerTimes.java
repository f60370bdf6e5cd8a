package io.archmeter.bench;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a forward pass divides its time among the kinds of layers. */
final class LayerTimes {
    /**
     * The layers of one operator.
     *
     * @param millis the sum of the layers' medians
     */
    record OfOperator(String operator, int layers, double millis) {}

    private final List<List<Double>> millis = new ArrayList<>();
    private long last;

    private LayerTimes(Graph graph) {
        graph.nodes().forEach(node -> millis.add(new ArrayList<>()));
    }

    /** Those that take most first. */
    static List<OfOperator> of(Graph graph, Executor executor, int rounds) throws InterruptedException {
        Race.warmUp(executor);
        LayerTimes times = new LayerTimes(graph);
        for (int round = 0; round < rounds; round++) {
            times.last = System.nanoTime();
            executor.run(layer -> times.add(layer.node()));
        }
        return times.byOperator(graph);
    }

    private void add(int node) {
        long now = System.nanoTime();
        millis.get(node).add((now - last) / 1e6);
        last = now;
    }

    private List<OfOperator> byOperator(Graph graph) {
        Map<String, OfOperator> operators = new LinkedHashMap<>();
        for (int number = 0; number < millis.size(); number++) {
            if (!millis.get(number).isEmpty()) {
                Node node = graph.nodes().get(number);
                String kind = node.op().kind();
                operators.merge(
                        kind,
                        new OfOperator(kind, 1, Race.median(millis.get(number))),
                        (one, other) -> new OfOperator(kind, one.layers + other.layers, one.millis + other.millis));
            }
        }
        return operators.values().stream()
                .sorted(Comparator.comparingDouble(OfOperator::millis).reversed())
                .toList();
    }
}
