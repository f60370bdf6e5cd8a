package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.Written;
import io.archmeter.onnx.model.OnnxModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A model of one node, which is written in a line: {@code axis=1 mode=linear} are its attributes, {@code float32:2x3
 * int64:2=[3,?] -} its inputs, where a {@code -} is one that is left out and {@code *} a rank that nobody knows; texts with blanks stand in
 * quotes. Inputs without elements come from an operator that has no rule, whose outputs the file declares; or they are the model's.
 */
public final class OneNode {
    private static final String OUTSIDE_QUOTES = " (?=(?:[^']*'[^']*')*[^']*$)";

    private final Written graph = new Written();
    private final Written node = new Written();
    private int inputs;

    private final boolean runs;

    /** @param runs whether inputs without elements are the model's, so that it can be run */
    private OneNode(boolean runs) {
        this.runs = runs;
    }

    static InferredModel infer(
            String operator, long version, String attributes, String inputs, int outputs, Path folder) {
        byte[] model = new OneNode(false).model(operator, version, attributes, inputs, outputs);
        try {
            Path file = Files.write(folder.resolve("node.onnx"), model);
            return Inference.of(OnnxModelReader.read(ModelFile.read(file, "node.onnx")), Bindings.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that can be run. */
    public static byte[] running(String operator, long version, String attributes, String inputs, int outputs) {
        return new OneNode(true).model(operator, version, attributes, inputs, outputs);
    }

    private byte[] model(String operator, long version, String attributes, String inputs, int outputs) {
        words(inputs).forEach(this::input);
        for (int output = 0; output < outputs; output++) {
            node.text(2, "y" + output);
        }
        int dot = operator.lastIndexOf('.');
        String domain = operator.substring(0, Math.max(0, dot));
        node.text(4, operator.substring(dot + 1)).text(7, domain);
        words(attributes).forEach(this::attribute);
        graph.message(1, node);
        for (int output = 0; output < outputs; output++) {
            graph.message(12, new Written().text(1, "y" + output));
        }
        Written model = new Written()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Written().text(1, domain).number(2, version));
        return model.toBytes();
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.trim().split(OUTSIDE_QUOTES));
    }

    private void input(String written) {
        if (written.equals("-")) {
            node.text(1, "");
            return;
        }
        String name = "x" + inputs++;
        node.text(1, name);
        if (written.contains("?") && written.contains("=")) {
            unknownElements(name, written);
            return;
        }
        if (written.contains("=")) {
            graph.message(5, tensor(written).text(8, name));
            return;
        }
        given(name, written);
    }

    /** Elements some of which are not known are the extents of a tensor. */
    private void unknownElements(String name, String written) {
        given(name + "s", "float32:" + String.join("x", listed(written)));
        graph.message(1, new Written().text(1, name + "s").text(2, name).text(4, "Shape"));
    }

    private void given(String name, String written) {
        if (runs) {
            graph.message(11, new Written().text(1, name).message(2, type(written)));
            return;
        }
        graph.message(1, new Written().text(2, name).text(4, "Given").text(7, "test"));
        if (!written.equals("*")) {
            graph.message(13, new Written().text(1, name).message(2, type(written)));
        }
    }

    private static Written type(String written) {
        if (written.startsWith("seq:")) {
            return new Written().message(4, new Written().message(1, type(written.substring(4))));
        }
        String[] parts = written.split(":");
        Written tensor = new Written().number(1, number(parts[0]));
        if (!parts[1].equals("*")) {
            Written shape = new Written();
            for (String extent : extents(parts[1])) {
                shape.message(1, extent.equals("?") ? new Written() : new Written().number(1, Long.parseLong(extent)));
            }
            tensor.message(2, shape);
        }
        return new Written().message(1, tensor);
    }

    private static List<String> extents(String shape) {
        return shape.equals("scalar") ? List.of() : List.of(shape.split("x"));
    }

    private static long number(String type) {
        for (long number = 1; ElementTypes.of(number).isPresent(); number++) {
            if (ElementTypes.of(number).get().toString().equals(type)) {
                return number;
            }
        }
        throw new IllegalArgumentException(type);
    }

    private static List<String> listed(String written) {
        String inner = written.substring(written.indexOf('[') + 1, written.lastIndexOf(']'));
        return inner.isEmpty() ? List.of() : Arrays.asList(inner.split(",", -1));
    }

    /** {@code int64:2=[3,4]}. */
    private static Written tensor(String written) {
        String[] parts = written.substring(0, written.indexOf('=')).split(":");
        Written tensor = new Written().number(2, number(parts[0]));
        extents(parts[1]).forEach(extent -> tensor.number(1, Long.parseLong(extent)));
        DType type = DType.valueOf(parts[0].toUpperCase(Locale.ROOT));
        for (String element : listed(written)) {
            switch (type) {
                case STRING -> tensor.text(6, element.replace('_', ' '));
                case FLOAT32 -> tensor.real(4, Float.parseFloat(element));
                case FLOAT64 -> tensor.real(10, Double.parseDouble(element));
                case INT64 -> tensor.number(7, Long.parseLong(element));
                case UINT32, UINT64 -> tensor.number(11, Long.parseUnsignedLong(element));
                default -> tensor.number(5, Long.parseLong(element));
            }
        }
        if (listed(written).isEmpty()) {
            tensor.bytes(9);
        }
        return tensor;
    }

    /** A number, a list of numbers, a tensor or a text; numbers with a point are real. */
    private void attribute(String written) {
        String name = written.substring(0, written.indexOf('='));
        String value = written.substring(name.length() + 1);
        Written attribute = new Written().text(1, name);
        if (value.contains("=[")) {
            attribute.message(5, tensor(value)).number(20, 4);
        } else if (value.startsWith("[")) {
            list(attribute, listed(value));
        } else if (isNumber(value)) {
            number(attribute, value);
        } else {
            attribute.text(4, value.replace("'", "")).number(20, 3);
        }
        node.message(5, attribute);
    }

    private static boolean isNumber(String value) {
        return value.matches("-?\\d.*");
    }

    private static void number(Written attribute, String value) {
        if (value.contains(".")) {
            attribute.real(2, Float.parseFloat(value)).number(20, 1);
        } else {
            attribute.number(3, Long.parseLong(value)).number(20, 2);
        }
    }

    private static void list(Written attribute, List<String> values) {
        boolean texts = values.stream().anyMatch(value -> !isNumber(value));
        boolean reals = values.stream().anyMatch(value -> value.contains("."));
        for (String value : values) {
            if (texts) {
                attribute.text(9, value);
            } else if (reals) {
                attribute.real(7, Float.parseFloat(value));
            } else {
                attribute.number(8, Long.parseLong(value));
            }
        }
        attribute.number(20, texts ? 8 : reals ? 6 : 7);
    }
}
