package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.Layer;
import io.archmeter.spec.expression.EvaluationSteps;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Adds up what the pieces of a network have, each of which is counted once for all points that have it. Where it cannot say, or something
 * is wrong, it says nothing: the whole network tells.
 */
final class SharedPieces {
    /** So many are remembered, and then forgotten together: a space may have more than there is memory for. */
    private static final int MOST_REMEMBERED = 200_000;

    /** What is repeated more often is counted as a whole, or refused there. */
    private static final long MOST_TURNS = 10_000;

    private static final PlainValue NOT_THERE = new PlainValue.Nothing();

    private final SweptSpec spec;
    private final Figures figures;
    private final List<Piece> pieces;
    private final Map<Key, Optional<Part>> known = new ConcurrentHashMap<>();

    /** @param turn whether it is one turn of the piece, the variables of its loops being among the values */
    private record Key(Piece piece, boolean turn, List<PlainValue> values, Shape in, DType type) {}

    /** @param output what leaves it, and enters the next */
    private record Part(List<Amount> figures, Shape output) {}

    /** That the whole network has to tell. */
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Unclear HERE = new Unclear();

        private Unclear() {
            super("", null, false, false);
        }
    }

    private SharedPieces(SweptSpec spec, Figures figures, List<Piece> pieces) {
        this.spec = spec;
        this.figures = figures;
        this.pieces = pieces;
    }

    /** Empty where networks of the spec are no chains, or a figure is no sum over layers. */
    static Optional<SharedPieces> of(SweptSpec spec, Figures figures) {
        return figures.areSums()
                ? Piece.of(spec.spec()).map(pieces -> new SharedPieces(spec, figures, pieces))
                : Optional.empty();
    }

    /**
     * The figures of a network.
     *
     * @param params of all the spec
     * @param input what comes in, the batch in front
     */
    Optional<List<Amount>> of(Scope params, Shape input, DType type) {
        try {
            return Optional.of(chain(pieces, params, input, type).figures());
        } catch (ProblemException | ArithmeticException | Unclear untold) {
            return Optional.empty();
        }
    }

    private Part nothing(Shape in) {
        return new Part(Collections.nCopies(figures.metrics().size(), Amount.ZERO), in);
    }

    private static Part after(Part before, Part next) {
        return new Part(Figures.together(before.figures(), next.figures()), next.output());
    }

    private Part chain(List<Piece> parts, Scope scope, Shape in, DType type) {
        Part sum = nothing(in);
        for (Piece piece : parts) {
            Shape current = sum.output();
            Key key = new Key(piece, false, values(piece.reads(), scope), current, type);
            sum = after(
                    sum,
                    remembered(
                            key,
                            () -> piece.loops()
                                    ? turns(piece, scope, current, type)
                                    : counted(piece, scope, current, type)));
        }
        return sum;
    }

    private Part turns(Piece piece, Scope scope, Shape in, DType type) {
        Layer layer = piece.layer();
        Part sum = nothing(in);
        for (Scope row : rows(layer, scope, in)) {
            long times = layer.repeat().isPresent() ? times(layer.repeat().get(), row, in) : 1;
            for (long i = 0; i < times; i++) {
                Scope turn = layer.repeat().isPresent() ? row.with("i", PlainValue.Num.of(i)) : row;
                Shape current = sum.output();
                if (layer.when().isEmpty() || holds(layer.when().get(), turn, current)) {
                    Key key = new Key(piece, true, values(piece.turnReads(), turn), current, type);
                    sum = after(
                            sum,
                            remembered(
                                    key,
                                    () -> piece.parts().isEmpty()
                                            ? counted(piece, turn, current, type)
                                            : chain(piece.parts(), turn, current, type)));
                }
            }
        }
        return sum;
    }

    private static List<Scope> rows(Layer layer, Scope scope, Shape in) {
        if (layer.each().isEmpty()) {
            return List.of(scope);
        }
        List<Scope> rows = new ArrayList<>();
        for (Layer.Each each : layer.each()) {
            List<PlainValue> list = list(each.list(), scope, in);
            if (each == layer.each().get(0)) {
                list.forEach(item -> rows.add(scope));
            }
            if (list.size() != rows.size()) {
                throw Unclear.HERE;
            }
            for (int row = 0; row < rows.size(); row++) {
                rows.set(row, rows.get(row).with(each.variable(), list.get(row)));
            }
        }
        return rows;
    }

    private static List<PlainValue> list(Unevaluated written, Scope scope, Shape in) {
        if (value(written, scope, in) instanceof PlainValue.Items list) {
            return list.items();
        }
        throw Unclear.HERE;
    }

    private static boolean holds(Unevaluated written, Scope scope, Shape in) {
        if (value(written, scope, in) instanceof PlainValue.Flag flag) {
            return flag.flag();
        }
        throw Unclear.HERE;
    }

    private static long times(Unevaluated written, Scope scope, Shape in) {
        if (value(written, scope, in) instanceof PlainValue.Num num) {
            long times = num.number().toLong().orElse(-1);
            if (times >= 0 && times <= MOST_TURNS) {
                return times;
            }
        }
        throw Unclear.HERE;
    }

    private static PlainValue value(Unevaluated written, Scope scope, Shape in) {
        return written.value(scope.seeing(Optional.of(in)), new EvaluationSteps());
    }

    private Part remembered(Key key, Supplier<Part> counting) {
        Optional<Part> part = known.get(key);
        if (part == null) {
            part = tried(counting);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(key, part);
        }
        return part.orElseThrow(() -> Unclear.HERE);
    }

    private static Optional<Part> tried(Supplier<Part> counting) {
        try {
            return Optional.of(counting.get());
        } catch (ProblemException | ArithmeticException | Unclear untold) {
            return Optional.empty();
        }
    }

    private static List<PlainValue> values(List<String> names, Scope scope) {
        List<PlainValue> values = new ArrayList<>(names.size());
        for (String name : names) {
            values.add(scope.get(name).orElse(NOT_THERE));
        }
        return values;
    }

    private Part counted(Piece piece, Scope scope, Shape in, DType type) {
        Graph graph = spec.graph(Optional.of(piece.counted()), scope, Optional.of(in.sample()), in.batch());
        Value output = graph.values().get(graph.output());
        if (output.type() != graph.type() || !passes(output.shape(), in.batch()) || hasSource(graph)) {
            throw Unclear.HERE;
        }
        List<Amount> counts = new ArrayList<>();
        figures.of(NetworkFacts.of(graph, type)).forEach(figure -> counts.add(figure.orElseThrow(() -> Unclear.HERE)));
        return new Part(counts, output.shape());
    }

    /** Whether the longest way may begin within it. */
    private static boolean hasSource(Graph graph) {
        return graph.nodes().stream()
                .anyMatch(node -> !node.isInput() && node.values().isEmpty());
    }

    /** Whether what follows can be told by the shape alone, as that of a sample with the batch in front. */
    private static boolean passes(Shape output, long batch) {
        return output.unknown().isEmpty() && output.rank() >= 2 && output.extent(0) == batch;
    }
}
