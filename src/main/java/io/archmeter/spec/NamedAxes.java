package io.archmeter.spec;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A sample whose axes are named, and so cannot be mistaken: {@code {channels: 224, height: 224, width: 3}}. */
public final class NamedAxes {
    /** The axes of a sample, in their order. */
    public static final List<String> NAMES = List.of("channels", "time", "depth", "height", "width", "length");

    private static final String CHANNELS = NAMES.get(0);

    /** The axes after the channels that go together, from the last one to the left. */
    private static final List<String> SPATIAL = NAMES.subList(1, 5);

    private static final String LENGTH = NAMES.get(5);

    private static final String EXAMPLE = "{channels: 3, height: 224, width: 224}";

    private NamedAxes() {}

    /** Their extents in the order of a shape; what is wrong with them is added to the problems, and they are unknown then. */
    static SourceValue inOrder(SourceValue.Mapping named, Problems problems) {
        CheckedMapping axes = CheckedMapping.of("input", EXAMPLE, named, NAMES, SpecWords.VOCABULARY, problems);
        List<String> given =
                NAMES.stream().filter(name -> axes.find(name).isPresent()).toList();
        boolean complete =
                given.equals(List.of(CHANNELS, LENGTH)) || given.size() > 1 && given.equals(names(given.size()));
        if (!complete) {
            if (axes.sound()) {
                problems.add(
                        named.at(),
                        "wrong-rank",
                        "input names " + (given.isEmpty() ? "no axis" : String.join(", ", given)),
                        "name channels and length, or channels, height and width, or depth as well: " + EXAMPLE);
            }
            return new SourceValue.Scalar(named.at(), named.at(), new PlainValue.Unknown());
        }
        return new SourceValue.Items(
                named.at(),
                given.stream().map(name -> axes.find(name).orElseThrow()).toList());
    }

    /** The axes of a shape with their names, as they are written. */
    static String of(Shape sample) {
        return named(sample).entrySet().stream()
                .map(axis -> axis.getKey() + ": " + axis.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The extents of a shape of at most five axes by their names, in order. */
    public static Map<String, Long> named(Shape sample) {
        List<String> names = names(sample.rank());
        Map<String, Long> axes = new LinkedHashMap<>();
        for (int axis = 0; axis < sample.rank(); axis++) {
            axes.put(names.get(axis), sample.extent(axis));
        }
        return axes;
    }

    /** The names of as many axes: channels, and the last of the others. */
    private static List<String> names(int rank) {
        List<String> names = new ArrayList<>(List.of(CHANNELS));
        names.addAll(SPATIAL.subList(Math.max(0, SPATIAL.size() - rank + 1), SPATIAL.size()));
        return names;
    }
}
