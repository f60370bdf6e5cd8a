package io.archmeter.cli;

import io.archmeter.graph.Shape;
import io.archmeter.spec.LoadOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model is loaded with, in place of what its spec says. */
final class ModelOptions {
    static final Option BATCH = Option.value("--batch", "N", "samples that pass at once (default: 1)");
    private static final Option INPUT = Option.value("--input", "SHAPE", "shape of one sample, e.g. 3x227x227");
    private static final Option SET = Option.value("--set", "NAME=VALUE", "a param of the spec; may be repeated")
            .repeated();

    static final List<Option> OPTIONS = List.of(BATCH, INPUT, SET);

    private ModelOptions() {}

    static LoadOptions read(Arguments given) {
        return new LoadOptions(given.count(BATCH).orElse(1), input(given), set(given));
    }

    static Optional<Shape> input(Arguments given) {
        Optional<String> written = given.find(INPUT);
        Optional<Shape> shape = written.flatMap(InputShape::parse);
        if (written.isPresent() && shape.isEmpty()) {
            given.problem(
                    "bad-shape",
                    "--input must be the extents of one sample, but is '" + written.get() + "'",
                    "write channels, height and width without the batch, e.g. --input 3x224x224");
        }
        return shape;
    }

    static Map<String, String> set(Arguments given) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String written : given.all(SET)) {
            int equals = written.indexOf('=');
            if (equals < 1) {
                given.problem(
                        "bad-value",
                        "--set needs a name and a value, but is '" + written + "'",
                        "write e.g. --set width=0.5");
            } else if (set.put(written.substring(0, equals), written.substring(equals + 1)) != null) {
                given.problem(
                        "repeated-option",
                        "--set gives '" + written.substring(0, equals) + "' more than one value",
                        "give it once");
            }
        }
        return set;
    }
}
