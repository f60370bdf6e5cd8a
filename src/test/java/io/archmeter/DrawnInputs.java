package io.archmeter;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.Operator;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Inputs for an operator, drawn from what a network has: as many as it takes, and such as its traits ask for. Where an operator needs
 * what few networks have, such as a mask of the products of these very queries and keys, it is added.
 */
final class DrawnInputs {
    /** Of those that take several, but not any number. */
    private static final Map<String, Integer> NUMBERS = Map.of("bilinear", 2, "div", 2, "matmul", 2, "sub", 2);

    private static final Set<DType> INDICES = Set.of(DType.INT64, DType.INT32);

    private static final int MOST_INPUTS = 3;
    /** The last two axes of queries and keys. */
    private static final int POSITIONS = 2;

    /** Adds a layer that takes nothing. */
    interface Source {
        int add(String kind, String arguments);
    }

    private final SplittableRandom random;
    private final Nodes nodes;
    private final Source source;

    DrawnInputs(SplittableRandom random, Nodes nodes, Source source) {
        this.random = random;
        this.nodes = nodes;
        this.source = source;
    }

    /**
     * The numbers of the values that a layer is to take; empty where there are none for it.
     *
     * @param usable whether a value may be taken
     */
    Optional<List<Integer>> of(Operator operator, IntPredicate usable) {
        Set<Trait> traits = operator.traits();
        if (traits.contains(Trait.SOURCE)) {
            return Optional.of(List.of());
        }
        if (traits.contains(Trait.INDICES)) {
            return one(usable.and(this::isIndex)).map(List::of);
        }
        IntPredicate typed = traits.contains(Trait.ANY_TYPE) || traits.contains(Trait.ROWS)
                ? usable
                : usable.and(value -> nodes.type(value) == DType.FLOAT32);
        return one(typed).flatMap(first -> more(operator, first, usable));
    }

    private Optional<List<Integer>> more(Operator operator, int first, IntPredicate usable) {
        Set<Trait> traits = operator.traits();
        if (traits.contains(Trait.ROWS)) {
            return Optional.of(List.of(
                    first,
                    chance(60) ? indices(first) : one(usable.and(this::isIndex)).orElse(indices(first))));
        }
        if (traits.contains(Trait.PLACES)) {
            IntPredicate fitting = value ->
                    nodes.type(value) == DType.INT64 && nodes.shape(value).equals(nodes.shape(first));
            return one(usable.and(fitting)).or(() -> places(first)).map(second -> List.of(first, second));
        }
        if (traits.contains(Trait.SHAPED_BY_ANOTHER)) {
            return chance(50) ? one(usable).map(other -> List.of(first, other)) : Optional.of(List.of(first));
        }
        List<Integer> inputs = new ArrayList<>(List.of(first));
        if (operator.joins()) {
            IntPredicate alike = usable.and(value -> nodes.type(value) == nodes.type(first));
            IntPredicate fitting = alike.and(value -> canMeet(nodes.shape(first), nodes.shape(value)));
            int number = NUMBERS.getOrDefault(operator.kind(), 1 + random.nextInt(MOST_INPUTS));
            while (inputs.size() < number) {
                inputs.add(one(chance(80) ? fitting : alike).orElseThrow());
            }
        }
        if (traits.contains(Trait.MASKED) && nodes.shape(first).rank() > POSITIONS && chance(30)) {
            inputs.add(mask(inputs));
        }
        return Optional.of(inputs);
    }

    /** Some index of each sample, for which the table has a row. */
    private int indices(int table) {
        long rows = nodes.shape(table).rank() < 2 ? 1 : nodes.shape(table).extent(1);
        DType type = chance(50) ? DType.INT64 : DType.INT32;
        return source.add("buffer", "shape=[" + (1 + random.nextInt(4)) + "]; dtype=" + type + "; below=" + rows);
    }

    /** In maps as large as those of the elements; empty where a buffer, whose batch is 1, has none for all of them. */
    private Optional<Integer> places(int elements) {
        Shape shape = nodes.shape(elements);
        if (shape.spatialRank() == 0 || shape.batch() > 1) {
            return Optional.empty();
        }
        long positions = shape.spatial().stream().reduce(1L, Math::multiplyExact);
        List<Long> sample = shape.sample().extents();
        return Optional.of(source.add("buffer", "shape=" + sample + "; dtype=int64; below=" + positions));
    }

    /** For each query, and each key of the next input, or of the same; some with an axis of heads in front. */
    private int mask(List<Integer> inputs) {
        Shape queries = nodes.shape(inputs.get(0));
        Shape keys = nodes.shape(inputs.get(Math.min(1, inputs.size() - 1)));
        // N×T×C, or N×heads×T×D.
        int axis = queries.rank() - POSITIONS;
        String shape = queries.extent(axis) + ", " + keys.extent(Math.min(axis, keys.rank() - 1));
        String heads = queries.rank() == 3 && chance(50) ? "" : "1, ";
        return chance(50)
                ? source.add("buffer", "shape=[" + heads + shape + "]; dtype=bool; below=2")
                : source.add("parameter", "shape=[" + heads + shape + "]");
    }

    private boolean isIndex(int value) {
        return INDICES.contains(nodes.type(value));
    }

    /** Whether their elements can be taken together, where one extent is the other or 1. */
    private static boolean canMeet(Shape some, Shape others) {
        boolean meet = true;
        for (int back = 1; back <= Math.min(some.rank(), others.rank()); back++) {
            long here = some.extent(some.rank() - back);
            long there = others.extent(others.rank() - back);
            meet &= here == there || here == 1 || there == 1;
        }
        return meet;
    }

    /** Mostly one of the last. */
    private Optional<Integer> one(IntPredicate wanted) {
        List<Integer> all =
                IntStream.range(0, nodes.size()).filter(wanted).boxed().collect(Collectors.toList());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int recent = chance(50) ? Math.min(3, all.size()) : all.size();
        return Optional.of(all.get(all.size() - 1 - random.nextInt(recent)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
