package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What lies along some axes becomes one element, by one function of all of them.
 *
 * @param axes from 0, each once
 * @param keepDimensions whether the axes stay, with an extent of 1
 * @param p the exponent of a norm; 2 of others
 * @param correction what the number of elements is less in the divisor of a variance (Bessel's is 1); 0 of others
 */
public record Reduce(Function function, List<Integer> axes, boolean keepDimensions, double p, long correction)
        implements Op {
    private static final Argument<List<Integer>> AXES =
            Argument.integers("axes", "axes whose elements become one").asUsual();
    private static final Argument<Boolean> KEEP_DIMENSIONS = Argument.flag(
                    "keepdim", "whether the axes stay, with an extent of 1")
            .or(false);
    private static final Argument<Double> P =
            Argument.number("p", "exponent of the norm").or(2.0);
    private static final Argument<Long> CORRECTION = Argument.amount(
                    "correction", "what the number of elements is less in the divisor")
            .or(1L);

    /** One row for each function, with the names of PyTorch; {@code amax} and {@code amin} are the largest and the smallest. */
    public enum Function {
        LOGSUMEXP,
        MAX,
        MEAN,
        MIN,
        /** (Σ |x|^p)^(1/p). */
        NORM,
        PROD,
        SUM,
        VAR;

        private final String kind = name().toLowerCase(Locale.ROOT);

        boolean isExtreme() {
            return this == MAX || this == MIN;
        }
    }

    public Reduce {
        axes = List.copyOf(axes);
        p = function == Function.NORM ? p : 2;
        correction = function == Function.VAR ? correction : 0;
        if (axes.isEmpty() || axes.stream().anyMatch(axis -> axis < 0) || !(p > 0) || correction < 0) {
            throw new IllegalArgumentException("no such " + function.kind + ": " + axes + ", " + p + ", " + correction);
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Reduce> rule(Function function) {
        return new SingleOutputRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return switch (function) {
                    case NORM -> List.of(AXES, P, KEEP_DIMENSIONS);
                    case VAR -> List.of(AXES, CORRECTION, KEEP_DIMENSIONS);
                    default -> List.of(AXES, KEEP_DIMENSIONS);
                };
            }

            @Override
            protected Set<Trait> traits() {
                return Set.of();
            }

            @Override
            protected Reduce read(Arguments given, Inputs in) {
                double p = given.get(P);
                if (!(p > 0)) {
                    throw new Refusal(
                            "out-of-range",
                            P.name(),
                            P.name() + " cannot be " + p,
                            "use an exponent above 0, such as 2");
                }
                List<Integer> axes = ChosenAxes.read(AXES.name(), given.get(AXES), in.only());
                return new Reduce(function, axes, given.get(KEEP_DIMENSIONS), p, given.get(CORRECTION));
            }

            @Override
            protected Attributes attributes(Reduce op) {
                Attributes attributes = new Attributes().and(AXES, op.axes);
                return switch (function) {
                    case NORM -> attributes.and(P, op.p).and(KEEP_DIMENSIONS, op.keepDimensions);
                    case VAR -> attributes.and(CORRECTION, op.correction).and(KEEP_DIMENSIONS, op.keepDimensions);
                    default -> attributes.and(KEEP_DIMENSIONS, op.keepDimensions);
                };
            }

            @Override
            protected List<Formula> infer(Reduce op, Inputs in) {
                requireElements(op, in.only());
                List<Formula> extents = Extents.same(outputOf(op, in.only(), op.axes::contains));
                if (extents.isEmpty()) {
                    throw new Refusal(
                            "wrong-rank",
                            AXES.name(),
                            "no axis is left of " + in.only(),
                            "leave the batch, axis 0, as it is, or write keepdim: true");
                }
                return extents;
            }

            @Override
            protected List<WeightDeclaration> weights(Reduce op, Inputs in) {
                return List.of();
            }

            @Override
            protected Work work(Reduce op, Inputs in, Shape out) {
                return workOf(op, Formula.elements(in.only()), Formula.elements(out));
            }

            /** Where an axis goes, those after it move up. */
            @Override
            protected Reach reach(Reduce op, Inputs in) {
                Shape x = in.only();
                Reach along = Reach.along(op.axes, x);
                if (along instanceof Reach.Whole) {
                    return along;
                }
                boolean spatial = op.axes.stream().anyMatch(axis -> axis >= 2);
                return op.keepDimensions && spatial ? windows(op, x) : mapped(op, x);
            }

            @Override
            protected Storage storage(Reduce op) {
                return Storage.OWN;
            }

            @Override
            protected Tape tape(Reduce op, Inputs in, Shape out) {
                return ReduceTape.of(op, in, out);
            }
        };
    }

    /** The shape in which some axes are reduced. */
    static Shape outputOf(Reduce op, Shape x, Predicate<Integer> reduced) {
        List<Extent> extents = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!reduced.test(axis)) {
                extents.add(x.axis(axis));
            } else if (op.keepDimensions) {
                extents.add(Extent.of(1));
            }
        }
        return Shape.ofAxes(extents);
    }

    private static void requireElements(Reduce op, Shape x) {
        boolean known = true;
        for (int axis : op.axes) {
            known &= x.axis(Extents.axis(AXES.name(), axis, x)) instanceof Extent.Known;
        }
        if (!known) {
            return;
        }
        long together = ChosenAxes.together(op.axes, x).value();
        if (op.function.isExtreme() && together == 0) {
            throw new Refusal(
                    "empty-input",
                    AXES.name(),
                    "nothing is the " + op.kind() + " of no elements: the input is " + x,
                    "leave the layer out, or give it an input with elements");
        }
        if (op.function == Function.VAR && together <= op.correction) {
            throw new Refusal(
                    "out-of-range",
                    CORRECTION.name(),
                    "the divisor of a variance of " + together + (together == 1 ? " element" : " elements")
                            + " is not above 0 with a correction of " + op.correction,
                    "use a smaller correction, 0 for that of the elements alone, or more elements");
        }
    }

    /**
     * An add, comparison or multiply for each element; a mean divides by their number. A variance takes the mean, the distances from
     * it, their squares and their mean. A norm takes squares and a root, of another exponent than 2 magnitudes (a comparison) and
     * powers. A logarithm of exponentials takes the largest out before, and adds it afterwards.
     */
    private static Work workOf(Reduce op, Formula elements, Formula results) {
        Formula two = Formula.of(2);
        return switch (op.function) {
            case SUM -> Work.NONE.and(ElementaryOperation.ADD, elements);
            case MEAN -> Work.NONE.and(ElementaryOperation.ADD, elements).and(ElementaryOperation.DIVIDE, results);
            case MAX, MIN -> Work.NONE.and(ElementaryOperation.COMPARE, elements);
            case PROD -> Work.NONE.and(ElementaryOperation.MULTIPLY, elements);
            case VAR ->
                Work.NONE
                        .and(ElementaryOperation.ADD, Formula.product(Formula.of(3), elements))
                        .and(ElementaryOperation.MULTIPLY, elements)
                        .and(ElementaryOperation.DIVIDE, Formula.product(two, results));
            case LOGSUMEXP ->
                Work.NONE
                        .and(ElementaryOperation.COMPARE, elements)
                        .and(ElementaryOperation.ADD, Formula.sum(Formula.product(two, elements), results))
                        .and(ElementaryOperation.EXPONENTIAL, elements)
                        .and(ElementaryOperation.LOGARITHM, results);
            case NORM -> {
                Work sum = Work.NONE.and(ElementaryOperation.ADD, elements);
                if (op.p == 2) {
                    yield sum.and(ElementaryOperation.MULTIPLY, elements).and(ElementaryOperation.POWER, results);
                }
                Work magnitudes = sum.and(ElementaryOperation.COMPARE, elements);
                yield op.p == 1
                        ? magnitudes
                        : magnitudes.and(ElementaryOperation.POWER, elements).and(ElementaryOperation.POWER, results);
            }
        };
    }

    /** A reduced axis is covered by one window. */
    private static Reach windows(Reduce op, Shape x) {
        List<Axis> axes = new ArrayList<>();
        for (int axis = 2; axis < x.rank(); axis++) {
            long extent = op.axes.contains(axis) ? x.extent(axis) : 1;
            if (extent < 1 || extent > Integer.MAX_VALUE) {
                return Reach.UNKNOWN;
            }
            axes.add(Axis.covering((int) extent));
        }
        return new Reach.Sliding(axes, op.axes.contains(1));
    }

    private static Reach mapped(Reduce op, Shape x) {
        List<Integer> from = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            boolean gone = op.axes.contains(axis);
            if (!gone || op.keepDimensions) {
                from.add(gone ? Reach.Mapped.ALL : axis);
            }
        }
        return Reach.Mapped.of(from);
    }
}
