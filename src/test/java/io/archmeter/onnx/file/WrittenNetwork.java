package io.archmeter.onnx.file;

import java.util.List;

/** A file of version 21 with a network that a test writes: {@code new WrittenNetwork().input("x", 1, 4).node("Relu", "x", "y").output("y")}. */
public final class WrittenNetwork {
    private final Written graph = new Written();

    /** @param names with blanks between them; {@code -} is one that is left out */
    public WrittenNetwork node(String operator, String inputs, String outputs, Written... attributes) {
        int dot = operator.lastIndexOf('.');
        Written node = Written.node(operator.substring(dot + 1)).text(7, operator.substring(0, Math.max(0, dot)));
        words(inputs).forEach(name -> node.text(1, name.equals("-") ? "" : name));
        words(outputs).forEach(name -> node.text(2, name.equals("-") ? "" : name));
        for (Written attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        return this;
    }

    /** An attribute that is a whole number. */
    public static Written whole(String name, long value) {
        return new Written().text(1, name).number(3, value).number(20, 2);
    }

    /** Of float32. */
    public WrittenNetwork input(String name, long... extents) {
        graph.message(11, value(name, 1, extents));
        return this;
    }

    /** An input of truth values. */
    public WrittenNetwork truth(String name, long... extents) {
        graph.message(11, value(name, 9, extents));
        return this;
    }

    public WrittenNetwork output(String name) {
        graph.message(12, new Written().text(1, name));
        return this;
    }

    /** A stored tensor of float32, all of whose elements are alike. */
    public WrittenNetwork stored(String name, float element, long... extents) {
        Written tensor = new Written().number(2, 1).text(8, name);
        long elements = 1;
        for (long extent : extents) {
            tensor.number(1, extent);
            elements *= extent;
        }
        for (long i = 0; i < elements; i++) {
            tensor.real(4, element);
        }
        graph.message(5, tensor);
        return this;
    }

    /** A stored tensor of whole numbers of 64 bits. */
    public WrittenNetwork wholes(String name, long... elements) {
        graph.message(
                5,
                new Written()
                        .number(2, 7)
                        .text(8, name)
                        .number(1, elements.length)
                        .numbers(7, elements));
        return this;
    }

    public byte[] bytes() {
        return Written.model(graph)
                .message(8, new Written().number(2, 21))
                .message(8, new Written().text(1, "com.microsoft").number(2, 1))
                .toBytes();
    }

    public ModelFile file() {
        return ModelFile.of(bytes(), "written.onnx");
    }

    private static Written value(String name, long type, long... extents) {
        Written shape = new Written();
        for (long extent : extents) {
            shape.message(1, new Written().number(1, extent));
        }
        Written tensor = new Written().number(1, type).message(2, shape);
        return new Written().text(1, name).message(2, new Written().message(1, tensor));
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
