package io.archmeter.onnx.file;

import java.util.List;

/** A model with every field that is read, most of them twice, and lists packed and not. It means nothing. */
final class EveryField {
    private EveryField() {}

    static byte[] model() {
        Written function = new Written()
                .text(1, "f")
                .text(4, "x")
                .text(5, "y")
                .text(6, "alpha")
                .message(7, node(0))
                .message(9, opset())
                .text(10, "own")
                .message(11, new Written().text(1, "beta").real(2, 0.5F).number(20, 1))
                .text(13, "b");
        return Written.model(graph(2))
                .text(2, "producer")
                .text(3, "1.0")
                .message(8, opset())
                .message(8, new Written().number(2, 17))
                .message(14, entry())
                .message(25, function)
                .message(7, graph(0))
                .toBytes();
    }

    private static Written opset() {
        return new Written().text(1, "ai.onnx").number(2, 18);
    }

    private static Written entry() {
        return new Written().text(1, "key").text(2, "välue");
    }

    private static Written graph(int depth) {
        Written sparse = sparse();
        return new Written()
                .message(1, node(depth))
                .text(2, "graph")
                .message(5, tensor())
                .message(15, sparse)
                .message(11, new Written().text(1, "x").message(2, type(2)))
                .message(12, new Written().text(1, "y").message(2, new Written().message(5, new Written())))
                .message(13, new Written().text(1, "z").message(2, new Written().message(7, new Written())));
    }

    private static Written node(int depth) {
        Written node = new Written()
                .text(1, "x")
                .text(1, "")
                .text(2, "y")
                .text(3, "node")
                .text(4, "Op")
                .text(7, "own")
                .text(8, "b")
                .message(9, entry());
        List.of(
                        new Written().real(2, 1.5F),
                        new Written().number(3, -1).number(20, 2),
                        new Written().text(4, "text").number(20, 3),
                        new Written().message(5, tensor()).message(5, tensor()),
                        new Written().real(7, 1F).bytes(7, new byte[8]),
                        new Written().number(8, 1).numbers(8, 2, -3),
                        new Written().text(9, "a").text(9, "b").number(20, 8),
                        new Written().message(10, tensor()),
                        new Written().message(11, new Written()),
                        new Written().message(14, type(1)),
                        new Written().message(15, type(0)),
                        new Written().message(22, sparse()).number(20, 11),
                        new Written().message(23, sparse()),
                        new Written().text(21, "alpha").number(20, 2))
                .forEach(attribute -> node.message(5, attribute.text(1, "attribute")));
        return depth == 0
                ? node
                : node.message(5, new Written().text(1, "branch").message(6, graph(depth - 1)));
    }

    private static Written tensor() {
        return new Written()
                .number(1, 2)
                .numbers(1, 3, 0)
                .number(2, 1)
                .real(4, 1F)
                .bytes(4, new byte[8])
                .number(5, 1)
                .numbers(5, -1, 2)
                .text(6, "text")
                .number(7, 1)
                .numbers(7, Long.MIN_VALUE)
                .text(8, "tensor")
                .bytes(9, (byte) 1, (byte) 2)
                .real(10, 0.5)
                .bytes(10, new byte[16])
                .number(11, 1)
                .numbers(11, -1)
                .message(13, entry())
                .number(14, 1);
    }

    private static Written sparse() {
        return new Written()
                .message(1, tensor())
                .message(2, tensor())
                .number(3, 4)
                .numbers(3, 5);
    }

    /** An optional sequence of tensors, the deeper the longer. */
    private static Written type(int depth) {
        Written shape = new Written()
                .message(1, new Written().number(1, 3))
                .message(1, new Written().text(2, "batch"))
                .message(1, new Written());
        Written type = new Written().message(1, new Written().number(1, 1).message(2, shape));
        for (int i = 0; i < depth; i++) {
            type = new Written().message(i % 2 == 0 ? 4 : 9, new Written().message(1, type));
        }
        return type;
    }
}
