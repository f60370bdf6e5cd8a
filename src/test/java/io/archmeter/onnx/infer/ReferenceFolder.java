package io.archmeter.onnx.infer;

import io.archmeter.CsvRows;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.OnnxModelReader;
import io.archmeter.op.Formula;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVRecord;

/**
 * A folder of ONNX files with what an execution found of every value of every node. Run as a program, it says of each file what is right,
 * unknown and wrong: {@code ReferenceFolder FOLDER [NAME…]}, and {@code ReferenceFolder FOLDER nodetests UNPACKED} of ONNX's node tests.
 */
final class ReferenceFolder {
    private final Path folder;

    ReferenceFolder(Path folder) {
        this.folder = folder;
    }

    /** What is said of a file, beside what was found. */
    record Result(String name, int right, List<String> unknown, List<String> wrong) {}

    /** A value as the reference has it. */
    record Expected(String operator, String value, String type, String shape, String multiplyAdds) {}

    List<CSVRecord> rows(String file) {
        Path plain = folder.resolve(file);
        try (InputStream in = Files.exists(plain)
                        ? Files.newInputStream(plain)
                        : new GZIPInputStream(Files.newInputStream(folder.resolve(file + ".gz")));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return CsvRows.of(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the files that are there. */
    List<CSVRecord> models() {
        return rows("models.csv").stream()
                .filter(row -> Files.exists(file(row)))
                .toList();
    }

    private Path file(CSVRecord model) {
        return folder.resolve(model.get("name") + ".onnx");
    }

    Map<String, List<Expected>> expected() {
        Map<String, List<Expected>> expected = new LinkedHashMap<>();
        for (CSVRecord row : rows("values.csv")) {
            String operator =
                    row.get("domain").isEmpty() ? row.get("op_type") : row.get("domain") + "." + row.get("op_type");
            expected.computeIfAbsent(row.get("name"), name -> new ArrayList<>())
                    .add(new Expected(
                            operator, row.get("output"), row.get("dtype"), row.get("shape"), row.get("multiply_adds")));
        }
        return expected;
    }

    InferredModel infer(CSVRecord model) {
        Path file = file(model);
        return Inference.of(
                OnnxModelReader.read(ModelFile.read(file, file.getFileName().toString())), bindings(model));
    }

    /** What the execution was given: sizes, shapes and elements that decide. */
    static Bindings bindings(CSVRecord model) {
        return bindings(model.get("inputs"), model.get("input_values"));
    }

    static Bindings bindings(String inputs, String values) {
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, Long> lengths = new HashMap<>();
        for (String input : inputs.split(" ")) {
            String[] parts = input.split(":");
            if (parts.length >= 3) {
                String name = String.join(":", List.of(parts).subList(0, parts.length - 2));
                if (parts[parts.length - 2].equals("seq")) {
                    lengths.put(name, Long.parseLong(parts[parts.length - 1]));
                } else {
                    shapes.put(name, shape(parts[parts.length - 1]));
                }
            }
        }
        return new Bindings(lengths, shapes, elements(values), Optional.empty(), Optional.empty());
    }

    private static Map<String, List<FollowedElement>> elements(String written) {
        Map<String, List<FollowedElement>> elements = new HashMap<>();
        if (!written.isBlank() && !written.equals("{}")) {
            for (String entry : written.substring(1, written.length() - 1).split(", (?=\")")) {
                String[] parts = entry.split(": ");
                List<FollowedElement> numbers = new ArrayList<>();
                for (String number : parts[1].replaceAll("[\\[\\]]", "").split(",")) {
                    if (!number.isBlank()) {
                        numbers.add(FollowedElement.of(Long.parseLong(number.trim())));
                    }
                }
                elements.put(parts[0].replace("\"", ""), numbers);
            }
        }
        return elements;
    }

    static Shape shape(String written) {
        if (written.equals("scalar")) {
            return Shape.of();
        }
        List<Long> extents = new ArrayList<>();
        for (String extent : written.split("x")) {
            extents.add(Long.parseLong(extent));
        }
        return new Shape(extents);
    }

    /** Compares what is inferred of a model with what was found. */
    static Result compare(String name, InferredModel model, List<Expected> expected) {
        Map<String, Fact> facts = new HashMap<>();
        Map<String, Formula> work = new HashMap<>();
        for (InferredNode node : model.nodes()) {
            for (int slot = 0; slot < node.node().outputs().size(); slot++) {
                Optional<ModelValue> value = node.node().outputs().get(slot);
                if (value.isPresent()) {
                    facts.put(value.get().name(), model.facts().get(value.get().number()));
                    if (slot == 0) {
                        work.put(value.get().name(), node.outcome().work().multiplyAdds());
                    }
                }
            }
        }
        List<String> unknown = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (Expected value : expected) {
            Fact fact = facts.get(value.value());
            if (fact == null) {
                continue;
            }
            String line = value.operator() + " " + value.value() + ": " + value.type() + " " + value.shape();
            if (isUnknown(fact)) {
                unknown.add(line);
            } else if (!text(fact).equals(value.type() + " " + value.shape())) {
                wrong.add(line + ", but " + text(fact));
            } else {
                right++;
            }
            Formula multiplyAdds = work.get(value.value());
            if (multiplyAdds != null
                    && !value.multiplyAdds().isEmpty()
                    && !value.multiplyAdds().equals("?")) {
                try {
                    if (multiplyAdds.value() != Long.parseLong(value.multiplyAdds())) {
                        wrong.add(line + ": " + multiplyAdds.value() + " multiply-adds, not " + value.multiplyAdds());
                    }
                } catch (UnknownException notKnown) {
                    unknown.add(line + ": " + value.multiplyAdds() + " multiply-adds");
                }
            }
        }
        return new Result(name, right, unknown, wrong);
    }

    /** Of a sequence the reference has the length alone. */
    static boolean isUnknown(Fact fact) {
        return fact instanceof Fact.Sequence sequence
                ? sequence.length() instanceof Extent.Unknown
                : fact.unknown().isPresent();
    }

    /** As the reference writes it. */
    static String text(Fact fact) {
        if (fact instanceof Fact.Tensor tensor) {
            String type = tensor.type().toString().equals("string")
                    ? "object"
                    : tensor.type().toString();
            return type + " " + (tensor.shape().rank() == 0 ? "scalar" : tensor.shape());
        }
        if (fact instanceof Fact.Sequence sequence) {
            return "seq " + sequence.length().text();
        }
        return fact.toString().toLowerCase(Locale.ROOT);
    }

    public static void main(String[] arguments) {
        ReferenceFolder folder = new ReferenceFolder(Path.of(arguments[0]));
        if (arguments.length > 1 && arguments[1].equals("nodetests")) {
            NodeTests.main(folder, Path.of(arguments[2]), List.of(arguments).subList(3, arguments.length));
            return;
        }
        List<String> names = List.of(arguments).subList(1, arguments.length);
        Map<String, List<Expected>> expected = folder.expected();
        int files = 0;
        for (CSVRecord model : folder.models()) {
            String name = model.get("name");
            if (!names.isEmpty() && !names.contains(name)) {
                continue;
            }
            try {
                Result result = compare(name, folder.infer(model), expected.getOrDefault(name, List.of()));
                print(result, names.isEmpty() ? 3 : 1000);
                files += result.unknown().isEmpty() && result.wrong().isEmpty() ? 1 : 0;
            } catch (RuntimeException thrown) {
                System.out.println(name + ": " + thrown.getMessage());
                if (!names.isEmpty()) {
                    thrown.printStackTrace();
                }
            }
        }
        System.out.println(files + " files wholly right");
    }

    static void print(Result result, int most) {
        System.out.println(result.name() + ": " + result.right() + " right, "
                + result.unknown().size() + " unknown, " + result.wrong().size() + " wrong");
        result.wrong().stream().limit(most).forEach(line -> System.out.println("    wrong: " + line));
        result.unknown().stream().limit(most).forEach(line -> System.out.println("    unknown: " + line));
    }
}
