package io.archmeter.exec;

import io.archmeter.graph.Shape;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.function.IntSupplier;

/** Arguments for an operator, drawn at random, as golden rows write them: {@code kernel=3; padding=[1, 0]}. */
final class DrawnArguments {
    private final SplittableRandom random;
    private final Shape input;
    private final StringJoiner arguments = new StringJoiner("; ");

    private DrawnArguments(SplittableRandom random, Shape input) {
        this.random = random;
        this.input = input;
    }

    static String of(String kind, SplittableRandom random, Shape input) {
        DrawnArguments drawn = new DrawnArguments(random, input);
        drawn.draw(kind);
        return drawn.arguments.toString();
    }

    /** For layers whose outputs are to meet in one layer: many of their extents are 1 or those of the input. */
    static String fitting(String kind, SplittableRandom random, Shape input) {
        DrawnArguments drawn = new DrawnArguments(random, input);
        switch (kind) {
            case "conv" -> drawn.give("channels", drawn.fitting(1)).give("kernel", 1);
            case "adaptiveavgpool" -> {
                StringJoiner size = new StringJoiner(", ", "[", "]");
                for (int axis = 2; axis < input.rank(); axis++) {
                    size.add(String.valueOf(drawn.fitting(axis)));
                }
                drawn.give("size", size);
            }
            default -> drawn.draw(kind);
        }
        return drawn.arguments.toString();
    }

    private long fitting(int axis) {
        long own = input.extent(Math.min(axis, input.rank() - 1));
        return chance(40) ? own : chance(50) ? 1 : from(1, 7);
    }

    private void draw(String kind) {
        switch (kind) {
            case "conv" -> convolution();
            case "linear" -> give("features", from(1, 9)).flag("bias");
            case "maxpool" -> pool().sometimes("dilation", () -> from(1, 3)).rounding();
            case "avgpool" -> pool().rounding().flag("count_include_pad");
            case "adaptiveavgpool" -> give("size", perAxis(() -> from(1, 7)));
            case "batchnorm" ->
                give("eps", one("1e-5", "0.001", "0.1")).flag("affine").flag("running_stats");
            case "lrn" ->
                give("size", from(1, 9))
                        .give("alpha", one("0.0001", "0.1", "2"))
                        .give("beta", one("0.5", "0.75", "1"))
                        .give("k", one("1", "2"))
                        .give("window", one("pytorch", "onnx"));
            case "softmax", "concat", "flatten" -> give("axis", from(-input.rank(), input.rank() - 1));
            case "zeropad" -> give("padding", padding());
            case "dropout" -> give("p", one("0", "0.5", "1"));
            default -> {}
        }
    }

    private void convolution() {
        int groups = chance(60) ? 1 : from(1, (int) input.extent(Math.min(1, input.rank() - 1)));
        give("channels", groups * from(1, 4));
        give("kernel", perAxis(() -> from(1, 4)));
        sometimes("stride", () -> from(1, 3)).sometimes("dilation", () -> from(1, 3));
        if (chance(70)) {
            give("padding", chance(25) ? "same" : padding());
        }
        give("groups", groups).flag("bias");
    }

    private DrawnArguments pool() {
        give("kernel", perAxis(() -> from(1, 4))).sometimes("stride", () -> from(1, 4));
        if (chance(60)) {
            give("padding", chance(20) ? "same" : padding());
        }
        return this;
    }

    private DrawnArguments rounding() {
        return give("ceil_mode", one("false", "true", "caffe"));
    }

    private DrawnArguments flag(String name) {
        return chance(50) ? this : give(name, one("true", "false"));
    }

    private DrawnArguments sometimes(String name, IntSupplier number) {
        return chance(40) ? this : give(name, perAxis(number));
    }

    private DrawnArguments give(String name, Object value) {
        arguments.add(name + "=" + value);
        return this;
    }

    /** One number for all sides, one for each axis, or one for each side. */
    private String padding() {
        IntSupplier number = () -> Math.max(0, from(-1, 3));
        return chance(50) ? perAxis(number) : list(2 * input.spatialRank(), number);
    }

    private String perAxis(IntSupplier number) {
        return chance(40) ? String.valueOf(number.getAsInt()) : list(input.spatialRank(), number);
    }

    private static String list(int length, IntSupplier number) {
        StringJoiner numbers = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < length; i++) {
            numbers.add(String.valueOf(number.getAsInt()));
        }
        return numbers.toString();
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
