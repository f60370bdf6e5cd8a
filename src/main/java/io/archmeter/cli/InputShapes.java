package io.archmeter.cli;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.SampleShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/**
 * Shapes of one sample as they are written on a command line: one alone, {@code 3x227x227} or as in a spec, or those of named
 * inputs, {@code image=3x192x192,tokens=77}.
 *
 * @param only empty where inputs are named
 */
record InputShapes(Optional<Shape> only, Map<String, Shape> named) {
    static final InputShapes NONE = new InputShapes(Optional.empty(), Map.of());

    private static final Span PLACE = Span.of("--input");

    /** As it is written. Picocli asks for it at each start; what a record is given is put together then, which takes long. */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>();
        only.ifPresent(shape -> all.add(shape.toString()));
        for (Map.Entry<String, Shape> input : named.entrySet()) {
            all.add(input.getKey() + "=" + input.getValue());
        }
        return String.join(",", all);
    }

    /** Reads them. */
    static final class Converter implements ITypeConverter<InputShapes> {
        @Override
        public InputShapes convert(String text) {
            if (text.indexOf('=') < 0) {
                return new InputShapes(Optional.of(shape(text)), Map.of());
            }
            Map<String, Shape> named = new LinkedHashMap<>();
            // A shape may have commas too; what parts two inputs is one before a name and a '='.
            for (String input : text.split(",(?=[^,=]*[A-Za-z_][^,=]*=)")) {
                int equals = input.indexOf('=');
                String name = input.substring(0, Math.max(0, equals)).strip();
                if (name.isEmpty() || named.put(name, shape(input.substring(equals + 1))) != null) {
                    throw new RefusedValue(Problem.at(
                            PLACE,
                            "bad-shape",
                            name.isEmpty() ? "an input has no name" : "the input '" + name + "' has two shapes",
                            "write each input once with its shape: image=3x224x224,tokens=77"));
                }
            }
            return new InputShapes(Optional.empty(), named);
        }

        private static Shape shape(String text) {
            Problems problems = new Problems();
            return SampleShape.parse(text, PLACE, problems)
                    .orElseThrow(() -> new RefusedValue(problems.sorted().get(0)));
        }
    }
}
