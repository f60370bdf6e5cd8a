package io.archmeter.spec;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the shape of one sample, C×H×W of an image. */
public final class SampleShape {
    private static final String AXIS_ORDER = "axis-order";

    private static final String REMEDY = "write a list of counts, such as [3, 224, 224] for C, H and W";

    /** How a shape is written in a file. */
    private static final Function<Shape, String> AS_LIST =
            shape -> shape.axes().stream().map(SampleShape::written).collect(Collectors.joining(", ", "[", "]"));

    /** How a shape is written as one word, such as {@code 3x224x224}. */
    private static final Function<Shape, String> AS_WORD = Shape::toString;

    private static final Pattern WORD = Pattern.compile("[0-9]+(?: ?[xX×*,] ?[0-9]+){0," + (Shape.MOST_AXES - 1) + "}");

    /** The names that axes can have, in their order. */
    public static final List<String> AXES = NamedAxes.NAMES;

    private final Unevaluated written;
    private final boolean named;
    private final boolean batch;
    private final Function<Shape, String> form;
    private final Problems problems;

    private SampleShape(SampleInput input, boolean batch, Function<Shape, String> form, Problems problems) {
        this.written = input.shape();
        this.named = input.named();
        this.batch = batch;
        this.form = form;
        this.problems = problems;
    }

    /** @param batch whether a batch stands in front; a shape without one may have no axis, and its axes any order and extent */
    public SampleShape(SampleInput input, boolean batch, Problems problems) {
        this(input, batch, AS_LIST, problems);
    }

    /**
     * The shape that somebody typed: {@code 3x224x224}, {@code 3,224,224}, {@code (3, 224, 224)}, or what stands in a file, {@code [3, 224, 224]} and {@code
     * {channels: 3, height: 224, width: 224}}. Empty, and a problem, where it is none.
     *
     * @param at where it was typed
     */
    public static Optional<Shape> parse(String text, Span at, Problems problems) {
        String typed = text.strip().replaceFirst("^\\((.*)\\)$", "$1");
        Problems own = new Problems();
        try {
            boolean word = WORD.matcher(typed).matches();
            String yaml = word ? "[" + typed.replaceAll("[xX×*]", ",") + "]" : typed;
            TextFile file = TextFile.of("input.yaml", yaml.getBytes(StandardCharsets.UTF_8));
            Optional<Shape> shape =
                    SourceReader.read(file, own).flatMap(located -> read(located, word ? AS_WORD : AS_LIST, own));
            own.throwIfAny();
            return shape;
        } catch (ProblemException failed) {
            Problem first = failed.problems().get(0);
            boolean asked = first.code().equals(AXIS_ORDER);
            problems.add(
                    at,
                    asked ? AXIS_ORDER : "bad-shape",
                    asked ? first.fact() : "'" + Excerpt.of(text) + "' is not the shape of one sample",
                    asked ? first.remedy() : "write channels, height and width without the batch: 3x224x224");
            return Optional.empty();
        }
    }

    /** The shape that a file gives, be it a spec or not; what is wrong with it is added to the problems, and it is empty then. */
    public static Optional<Shape> read(SourceValue located, Problems problems) {
        return read(located, AS_LIST, problems);
    }

    private static Optional<Shape> read(SourceValue located, Function<Shape, String> form, Problems problems) {
        SampleInput input = SampleInput.of(located, problems);
        try {
            return new SampleShape(input, true, form, problems).of(input.shape().value());
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    /** The shape; empty where a problem keeps it from being known. */
    public Optional<Shape> of(PlainValue value) {
        if (value instanceof PlainValue.Unknown) {
            return Optional.empty();
        }
        if (!(value instanceof PlainValue.Items list)) {
            return refuse(
                    written.at(), "wrong-type", "input must be the shape of one sample, but is " + value.described());
        }
        int fewest = batch ? 1 : 0;
        if (list.items().size() < fewest || list.items().size() > Shape.MOST_AXES) {
            return refuse(
                    written.at(),
                    "wrong-rank",
                    "input has " + list.items().size() + " axes, where " + fewest + " to " + Shape.MOST_AXES
                            + " are possible");
        }
        List<Extent> extents = new ArrayList<>();
        for (int axis = 0; axis < list.items().size(); axis++) {
            extent(list.items().get(axis), place(axis)).ifPresent(extents::add);
        }
        return extents.size() == list.items().size() ? asked(Shape.ofAxes(extents)) : Optional.empty();
    }

    /** The shape, unless its axes seem to stand in another order. */
    private Optional<Shape> asked(Shape shape) {
        boolean clear = named || !batch || shape.unknown().isPresent();
        Optional<AxisOrder.Question> question = clear ? Optional.empty() : AxisOrder.about(shape, form);
        question.ifPresent(asked -> problems.add(written.at(), AXIS_ORDER, asked.fact(), asked.remedy()));
        return question.isPresent() ? Optional.empty() : Optional.of(shape);
    }

    /** Whether a list of these extents would be asked about, because its axes seem to stand in another order. */
    public static boolean isAskedAbout(Shape sample) {
        return sample.unknown().isEmpty() && AxisOrder.about(sample, AS_LIST).isPresent();
    }

    private Span place(int axis) {
        return written instanceof Unevaluated.Items items
                ? items.items().get(axis).at()
                : written.at();
    }

    private static String written(Extent extent) {
        return extent instanceof Extent.Known ? extent.text() : Extent.Unknown.WORD;
    }

    private Optional<Extent> extent(PlainValue value, Span at) {
        if (value.equals(new PlainValue.Text(Extent.Unknown.WORD))) {
            return Optional.of(Extent.Unknown.HERE);
        }
        if (!(value instanceof PlainValue.Num num)) {
            refuse(at, "wrong-type", "an extent of the input must be a count, but is " + value.described());
            return Optional.empty();
        }
        if (!num.number().isWhole()) {
            refuse(at, "fraction", "an extent of the input must be whole, but is " + value.described());
            return Optional.empty();
        }
        long extent = num.number().toLong().orElse(-1);
        if (extent < (batch ? 1 : 0)) {
            refuse(at, "out-of-range", "an extent of the input cannot be " + value.described());
            return Optional.empty();
        }
        return Optional.of(Extent.of(extent));
    }

    private Optional<Shape> refuse(Span at, String code, String fact) {
        problems.add(at, code, fact, REMEDY);
        return Optional.empty();
    }
}
