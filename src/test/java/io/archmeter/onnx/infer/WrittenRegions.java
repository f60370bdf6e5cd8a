package io.archmeter.onnx.infer;

import io.archmeter.onnx.file.Written;
import java.util.List;

/** Models with regions, written node by node: names stand in a line with blanks between them, a {@code -} for one that is left out. */
public final class WrittenRegions {
    private WrittenRegions() {}

    /** The bytes of a model. */
    public static byte[] model(long version, String inputs, String outputs, Written... nodes) {
        return model(version, body(inputs, outputs, nodes));
    }

    /** The bytes of a model with this graph. */
    public static byte[] model(long version, Written graph) {
        return new Written()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Written().number(2, version))
                .toBytes();
    }

    public static Written loop(String inputs, String outputs, Written body) {
        return node("Loop", inputs, outputs, region("body", body));
    }

    public static Written body(String inputs, String outputs, Written... nodes) {
        Written graph = new Written().text(2, "region");
        for (Written node : nodes) {
            graph.message(1, node);
        }
        words(inputs).forEach(input -> graph.message(11, value(input)));
        words(outputs).forEach(name -> graph.message(12, value(name)));
        return graph;
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    public static Written node(String operator, String inputs, String outputs, Written... attributes) {
        Written node = new Written();
        words(inputs).forEach(name -> node.text(1, name.equals("-") ? "" : name));
        words(outputs).forEach(name -> node.text(2, name));
        node.text(4, operator);
        for (Written attribute : attributes) {
            node.message(5, attribute);
        }
        return node;
    }

    public static Written region(String name, Written graph) {
        return new Written().text(1, name).message(6, graph).number(20, 5);
    }

    public static Written whole(String name, long value) {
        return new Written().text(1, name).number(3, value).number(20, 2);
    }

    public static Written wholes(String name, long... values) {
        return new Written().text(1, name).numbers(8, values).number(20, 7);
    }

    /** A graph with one more initializer, of 32-bit numbers. */
    public static Written with(Written graph, String name, List<Long> extents, float... elements) {
        Written tensor = new Written().number(2, 1).text(8, name);
        extents.forEach(extent -> tensor.number(1, extent));
        for (float element : elements) {
            tensor.real(4, element);
        }
        return graph.message(5, tensor);
    }

    public static Written number(String name, long value) {
        return node("Constant", "", name, whole("value_int", value));
    }

    public static Written truth(String name) {
        Written one = new Written().number(2, 9).number(5, 1);
        return node(
                "Constant",
                "",
                name,
                new Written().text(1, "value").message(5, one).number(20, 4));
    }

    /** A name, and for inputs of the network the extents of a tensor of 32-bit numbers, or the type of a scalar or a list of one. */
    private static Written value(String written) {
        String[] parts = written.split(":");
        Written value = new Written().text(1, parts[0]);
        if (parts.length == 1) {
            return value;
        }
        Written shape = new Written();
        boolean scalar = Character.isLetter(parts[1].charAt(0));
        String extents = scalar ? parts[parts.length - 1].replaceFirst("[a-z].*", "") : parts[1];
        for (String extent : words(extents.replace('x', ' '))) {
            shape.message(1, new Written().number(1, Long.parseLong(extent)));
        }
        long type = !scalar ? 1 : parts[1].equals("bool") ? 9 : 7;
        return value.message(
                2, new Written().message(1, new Written().number(1, type).message(2, shape)));
    }
}
