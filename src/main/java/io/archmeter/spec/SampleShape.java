package io.archmeter.spec;

import io.archmeter.graph.Shape;
import io.archmeter.located.Located;
import io.archmeter.op.Value;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the shape of one sample, C×H×W of an image. */
public final class SampleShape {
    /** Nothing has more axes; a million of them would cost time in every layer. */
    private static final int MOST_AXES = 16;

    private static final String REMEDY = "write a list of counts, such as [3, 224, 224] for C, H and W";

    private final Written written;
    private final Problems problems;

    SampleShape(Written written, Problems problems) {
        this.written = written;
        this.problems = problems;
    }

    /** The shape that a file gives, be it a spec or not; what is wrong with it is added to the problems, and it is empty then. */
    public static Optional<Shape> read(Located located, Problems problems) {
        Written written = Written.of(located, problems);
        try {
            return new SampleShape(written, problems).of(written.value(Scope.EMPTY));
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    /** The shape; empty where a problem keeps it from being known. */
    Optional<Shape> of(Value value) {
        if (value instanceof Value.Unknown) {
            return Optional.empty();
        }
        if (!(value instanceof Value.Items list)) {
            return refuse(
                    written.at(), "wrong-type", "input must be the shape of one sample, but is " + value.described());
        }
        if (list.items().isEmpty() || list.items().size() > MOST_AXES) {
            return refuse(
                    written.at(),
                    "wrong-rank",
                    "input has " + list.items().size() + " axes, where 1 to " + MOST_AXES + " are possible");
        }
        List<Long> extents = new ArrayList<>();
        for (int axis = 0; axis < list.items().size(); axis++) {
            extent(list.items().get(axis), place(axis)).ifPresent(extents::add);
        }
        return extents.size() == list.items().size() ? Optional.of(new Shape(extents)) : Optional.empty();
    }

    private Span place(int axis) {
        return written instanceof Written.Items items ? items.items().get(axis).at() : written.at();
    }

    private Optional<Long> extent(Value value, Span at) {
        if (!(value instanceof Value.Num num)) {
            refuse(at, "wrong-type", "an extent of the input must be a count, but is " + value.described());
            return Optional.empty();
        }
        if (!num.number().isWhole()) {
            refuse(at, "fraction", "an extent of the input must be whole, but is " + value.described());
            return Optional.empty();
        }
        long extent = num.number().toLong().orElse(0);
        if (extent < 1) {
            refuse(at, "out-of-range", "an extent of the input cannot be " + value.described());
            return Optional.empty();
        }
        return Optional.of(extent);
    }

    private Optional<Shape> refuse(Span at, String code, String fact) {
        problems.add(at, code, fact, REMEDY);
        return Optional.empty();
    }
}
