package io.archmeter;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/**
 * Arguments for an operator, drawn at random, as golden rows write them: {@code kernel=3; padding=[1, 0]}. They follow the forms that
 * the operator's arguments have; real numbers are those of its golden rows.
 */
public final class DrawnArguments {
    /** Of a drawn input: ONNX Runtime refuses an index for which there is no row. */
    private static final int MOST_INDICES = 128;

    /** What has no axes refuses most of what could be said of one. */
    private static final Shape ONE_ELEMENT = Shape.of(1);

    /** Of tensors with as many axes as those that are drawn, and many of them of one tensor with itself. */
    private static final List<String> EQUATIONS = List.of(
            "bij->bji",
            "bij->bj",
            "bij,bij->b",
            "bij,bij->bij",
            "bij,bik->bjk",
            "bij,bkj->bik",
            "bij,bik->bi",
            "bij,bij,bij->bj",
            "bij,bkj,bkl->bil",
            "bij,bik,bil->bjkl");

    private static final Map<String, List<String>> NUMBERS = new ConcurrentHashMap<>();

    private final SplittableRandom random;
    private final Shape input;
    private final StringJoiner arguments = new StringJoiner("; ");

    private DrawnArguments(SplittableRandom random, Shape input) {
        this.random = random;
        this.input = input.rank() == 0 ? ONE_ELEMENT : input;
    }

    public static String of(String kind, SplittableRandom random, Shape input) {
        DrawnArguments drawn = new DrawnArguments(random, input);
        drawn.draw(kind);
        return drawn.arguments.toString();
    }

    /** For layers whose outputs are to meet in one layer: many of their extents are 1 or those of the input. */
    public static String fitting(String kind, SplittableRandom random, Shape input) {
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
        Operator operator = Catalogue.find(kind).orElseThrow();
        for (Argument<?> argument : operator.arguments()) {
            if (argument.required() || chance(60)) {
                give(argument.name(), value(kind, argument));
            }
        }
    }

    private Object value(String kind, Argument<?> argument) {
        return switch (argument.form()) {
            case COUNT ->
                argument.name().equals("num_embeddings")
                        ? from(MOST_INDICES, MOST_INDICES + 9)
                        : chance(40) ? from(1, 9) : one(divisors(input.extent(Math.min(1, input.rank() - 1))));
            case AMOUNT -> from(0, 2);
            case INTEGER -> from(-input.rank(), input.rank() - 1);
            case TEXT -> one(EQUATIONS);
            case NUMBER -> one(NUMBERS.computeIfAbsent(kind + "." + argument.name(), key -> numbers(kind, argument)));
            case FLAG -> one(List.of("true", "false"));
            // Nobody knows how many bytes a text takes, so that none is planned.
            case CHOICE ->
                one(argument.choices().stream()
                        .filter(choice -> !choice.equals(DType.STRING.toString()))
                        .toList());
            case PARTS -> chance(50) ? from(1, 4) : sizes(one(List.copyOf(input.extents())));
            case PER_AXIS -> perAxis(() -> from(1, chance(80) ? 3 : 6));
            case INTEGERS -> kind.equals("permute") ? order() : chance(50) ? axis() : axes();
            case SIZES -> kind.equals("expand") ? expanded() : sizes();
            case COUNTS -> list(input.rank() - 1, () -> from(1, 3));
            case PADDING -> !argument.choices().isEmpty() && chance(25) ? one(argument.choices()) : padding();
            default -> throw new AssertionError(argument.name() + " is an argument of what nobody computes");
        };
    }

    /** Counts that channels are told or divided by: many of them have to divide what comes in. */
    private static List<String> divisors(long number) {
        return LongStream.rangeClosed(1, number)
                .filter(divisor -> number % divisor == 0)
                .mapToObj(String::valueOf)
                .toList();
    }

    /**
     * What an argument is in the golden rows from which something comes out. Zero makes numbers easy to follow by hand, and leaves
     * random ones that are small to be divided by nothing but themselves.
     */
    private static List<String> numbers(String kind, Argument<?> argument) {
        String name = argument.name() + "=";
        List<String> numbers = GoldenRow.of(kind).stream()
                .filter(row -> row.cell("output").matches("[0-9x; ]+"))
                .flatMap(row -> Arrays.stream(row.cell("arguments").split("; *")))
                .filter(written -> written.startsWith(name))
                .map(written -> written.substring(name.length()))
                .filter(number -> Double.parseDouble(number) != 0 && !isOddNorm(argument, number))
                .distinct()
                .toList();
        if (numbers.isEmpty()) {
            throw new AssertionError("no golden row of " + kind + " has " + argument.name());
        }
        return numbers;
    }

    /** Of elements that are negative, the sum of odd powers may be, and its root none. */
    private static boolean isOddNorm(Argument<?> argument, String number) {
        return argument.name().equals("norm_type") && number.equals("3");
    }

    private DrawnArguments give(String name, Object value) {
        arguments.add(name + "=" + value);
        return this;
    }

    /** The extents of a sample; those of 1, and some that are not, are others. */
    private String expanded() {
        List<Long> extents = new ArrayList<>(input.extents().subList(1, input.rank()));
        extents.replaceAll(extent -> chance(30) ? -1L : extent == 1 || chance(10) ? from(1, 4) : extent);
        return extents.toString();
    }

    private int axis() {
        return from(-input.rank(), input.rank() - 1);
    }

    /** All axes in another order. */
    private String order() {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < input.rank(); axis++) {
            axes.add(from(0, axis), axis);
        }
        return axes.toString();
    }

    /** The extents of a sample in another order, of which one may follow from the others. */
    private String sizes() {
        List<Long> extents = new ArrayList<>(input.extents().subList(1, input.rank()));
        for (int axis = extents.size() - 1; axis > 0; axis--) {
            Collections.swap(extents, axis, from(0, axis));
        }
        if (!extents.isEmpty() && chance(60)) {
            extents.set(from(0, extents.size() - 1), -1L);
        }
        return extents.toString();
    }

    /** One number for all sides, one for each axis, or one for each side. */
    private String padding() {
        IntSupplier number = () -> Math.max(0, from(-1, 3));
        return chance(50) ? perAxis(number) : list(2 * input.spatialRank(), number);
    }

    /** That add up to an extent. */
    private String sizes(long extent) {
        StringJoiner sizes = new StringJoiner(", ", "[", "]");
        for (long rest = extent; rest > 0; ) {
            int size = from(1, (int) rest);
            sizes.add(String.valueOf(size));
            rest -= size;
        }
        return sizes.toString();
    }

    /** Several of the input's, each once, from the front or the end. */
    private String axes() {
        StringJoiner axes = new StringJoiner(", ", "[", "]");
        for (int axis = 0; axis < input.rank(); axis++) {
            if (axis == input.rank() - 1 || chance(40)) {
                axes.add(String.valueOf(chance(50) ? axis : axis - input.rank()));
            }
        }
        return axes.toString();
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

    private <T> T one(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    private int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
