package io.archmeter.diff;

import io.archmeter.diff.align.LayerChange;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Networks in a few words, a line for each layer: {@code conv1: conv 64 k3 1x3x8x8 -> 1x64x8x8 #1728}. Behind the name stand the operator, its
 * channels and its kernel, the shapes that come in, the one that goes out, and the parameters.
 */
public final class Sketch {
    private static final Span HERE = Span.of("sketch");

    private Sketch() {}

    public static Snapshot network(String lines) {
        return network("net", Settings.DEFAULT, layers(lines));
    }

    /** A network whose totals are the sums of its layers, as far as those know them. */
    public static Snapshot network(String model, Settings settings, List<LayerSnapshot> layers) {
        Map<Metric, Long> totals = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.recorded()) {
            Snapshot.together(metric, layers).ifPresent(sum -> totals.put(metric, sum));
        }
        return new Snapshot(model, settings, Shape.of(settings.batch(), 3, 8, 8), totals, layers);
    }

    public static List<LayerSnapshot> layers(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Sketch::layer).toList();
    }

    private static LayerSnapshot layer(String line) {
        String[] nameAndRest = line.strip().split(": ");
        String[] ends = nameAndRest[1].split(" -> ");
        List<String> words = new ArrayList<>(List.of(ends[0].split(" ")));
        String operator = words.remove(0);
        Map<String, PlainValue> attributes = new LinkedHashMap<>();
        List<Shape> inputs = new ArrayList<>();
        for (String word : words) {
            if (word.contains("x")) {
                inputs.add(shape(word));
            } else if (word.startsWith("k")) {
                PlainValue extent = number(word.substring(1));
                attributes.put("kernel", new PlainValue.Items(List.of(extent, extent)));
            } else {
                attributes.put("channels", number(word));
            }
        }
        String[] outputAndParameters = ends[1].split(" #");
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.LAYERS, 1L);
        figures.put(Metric.PARAMETERS, outputAndParameters.length == 1 ? 0 : Long.parseLong(outputAndParameters[1]));
        return new LayerSnapshot(
                nameAndRest[0], operator, attributes, inputs, shape(outputAndParameters[0]), figures, HERE);
    }

    private static PlainValue number(String text) {
        return PlainValue.Num.of(Long.parseLong(text));
    }

    private static Shape shape(String text) {
        return new Shape(Stream.of(text.split("x")).map(Long::valueOf).toList());
    }

    /** What became of each layer, a line for each: {@code = same}, {@code > old -> new}, {@code ~ changed}, {@code + new}, {@code - old}. */
    public static String changes(Snapshot before, Snapshot after) {
        return Difference.of(before, after).layers().stream()
                .map(change -> sign(change) + " " + names(change) + "\n")
                .collect(Collectors.joining());
    }

    public static String changes(String before, String after) {
        return changes(network(before), network(after));
    }

    private static String sign(LayerChange change) {
        if (change instanceof LayerChange.Same) {
            return "=";
        }
        if (change instanceof LayerChange.Renamed) {
            return ">";
        }
        return change instanceof LayerChange.Changed ? "~" : change instanceof LayerChange.Added ? "+" : "-";
    }

    private static String names(LayerChange change) {
        return Stream.concat(change.old().stream(), change.now().stream())
                .map(LayerSnapshot::name)
                .distinct()
                .collect(Collectors.joining(" -> "));
    }
}
