package io.archmeter;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import io.archmeter.op.AdaptivePool;
import io.archmeter.op.Axis;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Concat;
import io.archmeter.op.Conv;
import io.archmeter.op.Dropout;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Flatten;
import io.archmeter.op.Gelu;
import io.archmeter.op.GlobalPool;
import io.archmeter.op.Glu;
import io.archmeter.op.Identity;
import io.archmeter.op.LayerNorm;
import io.archmeter.op.Linear;
import io.archmeter.op.LocalResponseNorm;
import io.archmeter.op.MaxPool;
import io.archmeter.op.Pointwise;
import io.archmeter.op.PoolFunction;
import io.archmeter.op.Prelu;
import io.archmeter.op.Reduce;
import io.archmeter.op.Refusal;
import io.archmeter.op.Rescale;
import io.archmeter.op.RmsNorm;
import io.archmeter.op.Rounding;
import io.archmeter.op.Softmax;
import io.archmeter.op.Split;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Small graphs with branches, joins, views, heads and outputs that nobody takes, wired at random. */
public final class RandomGraph {
    private static final List<Reduce.Function> REDUCTIONS = List.of(Reduce.Function.values());

    /** Divisors must not be 0. */
    private static final List<Elementwise.Function> WITHOUT_QUOTIENTS = List.of(
            Elementwise.Function.ADD,
            Elementwise.Function.MAXIMUM,
            Elementwise.Function.MINIMUM,
            Elementwise.Function.MULTIPLY,
            Elementwise.Function.SUB);

    private static final int MOST_NODES = 24;

    /** Of which autograd keeps different tensors. */
    private static final List<Op> POINTWISE = List.of(
            new Gelu(Gelu.Approximation.NONE),
            new Activation(Activation.Function.SILU, List.of(), true),
            new Activation(Activation.Function.LOGSIGMOID),
            new Activation(Activation.Function.SOFTSIGN),
            new Activation(Activation.Function.TANHSHRINK),
            new Prelu(1),
            new Pointwise(Pointwise.Function.ERF),
            new Pointwise(Pointwise.Function.EXP),
            new Rescale(0.5, 1),
            new Softmax(1, true),
            new Glu(1));

    private final Random random;
    private final Nodes nodes;

    private RandomGraph(Random random) {
        this.random = random;
        long batch = 1 + random.nextInt(2);
        long channels = 1 + random.nextInt(3);
        this.nodes = random.nextInt(4) > 0
                ? new Nodes(batch, channels, 2 + random.nextInt(4), 4)
                : new Nodes(batch, channels, 2 + random.nextInt(8));
    }

    public static Graph of(Random random) {
        RandomGraph graph = new RandomGraph(random);
        int layers = 1 + random.nextInt(MOST_NODES);
        for (int layer = 0; layer < layers; layer++) {
            if (random.nextInt(12) == 0) {
                graph.addGate();
            } else {
                graph.add(false);
            }
        }
        // Mostly the last one, as in a network, and sometimes one that others read.
        int last = graph.nodes.size() - 1;
        int output = random.nextInt(4) > 0 ? last : random.nextInt(last + 1);
        for (int layer = random.nextInt(5); layer > 0; layer--) {
            graph.add(true);
        }
        return graph.nodes.graph(output);
    }

    /**
     * The same with several inputs and outputs, and with layers that share their weights. Each input is read at once, or perhaps late, or
     * by a head, or by nobody.
     */
    public static Graph withSeveral(Random random) {
        RandomGraph graph = new RandomGraph(random);
        List<Integer> late = new ArrayList<>();
        List<Integer> ofHeads = new ArrayList<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            switch (random.nextInt(6)) {
                case 0 -> late.add(graph.addLargeInput());
                case 1 -> ofHeads.add(graph.addLargeInput());
                case 2 -> graph.addLargeInput();
                default -> graph.nodes.addInput(graph.nodes.shape(0));
            }
        }
        int inputs = graph.nodes.size();
        for (int input = 0; input < inputs; input++) {
            if (graph.nodes.shape(input).equals(graph.nodes.shape(0))) {
                graph.nodes.add(new Elementwise(Elementwise.Function.ADD), input, input);
            }
        }
        int layers = 1 + random.nextInt(MOST_NODES);
        for (int layer = 0; layer < layers; layer++) {
            if (random.nextInt(3) > 0 || !graph.addSharing()) {
                graph.add(false);
            }
        }
        late.forEach(input -> graph.nodes.add(new Softmax(1), input));
        int last = graph.nodes.size() - 1;
        Set<Integer> outputs = new LinkedHashSet<>(Set.of(last));
        for (int more = random.nextInt(4); more > 0; more--) {
            outputs.add(random.nextInt(last + 1));
        }
        ofHeads.forEach(input -> graph.nodes.addAuxiliary(new Softmax(1), input));
        return graph.nodes.graph(outputs.toArray(Integer[]::new));
    }

    /** One that may be most of what is held. */
    private int addLargeInput() {
        return nodes.addInput(nodes.shape(0).with(1, 4 + random.nextInt(20)));
    }

    /** Whether there is a layer whose weights fit what comes in is tried out. */
    private boolean addSharing() {
        int other = random.nextInt(nodes.size());
        if (nodes.get(other).weights().isEmpty()) {
            return false;
        }
        try {
            return nodes.addSharing(other, false, List.of(some(false))).isPresent();
        } catch (Refusal theyDoNotFit) {
            return false;
        }
    }

    /** Whether an operator meets its inputs is tried out. */
    private void add(boolean auxiliary) {
        while (true) {
            List<Integer> inputs = new ArrayList<>();
            for (int more = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1; more > 0; more--) {
                inputs.add(some(auxiliary));
            }
            try {
                nodes.add(op(nodes.shape(inputs.get(0))), auxiliary, inputs);
                return;
            } catch (Refusal theyDoNotFit) {
                continue;
            }
        }
    }

    /** A map that is multiplied by a number for each of its channels, or divided by a positive one, where there is a map. */
    private void addGate() {
        int map = some(false);
        if (nodes.shape(map).spatialRank() > 0) {
            int pool = nodes.add(new GlobalPool(PoolFunction.MEAN), map);
            nodes.add(new Elementwise(Elementwise.Function.MULTIPLY), map, pool);
            if (random.nextBoolean()) {
                int share = nodes.add(new Activation(Activation.Function.SIGMOID), pool);
                nodes.add(new Elementwise(Elementwise.Function.DIV), map, share);
            }
        }
    }

    /** Mostly one of the last values; a head may take what another head has made, the main path may not. */
    private int some(boolean auxiliary) {
        while (true) {
            int recent = random.nextBoolean() ? Math.min(3, nodes.size()) : nodes.size();
            int number = nodes.size() - 1 - random.nextInt(recent);
            if (auxiliary || !nodes.get(number).auxiliary()) {
                return number;
            }
        }
    }

    private Op op(Shape input) {
        int spatialRank = input.spatialRank();
        return switch (random.nextInt(24)) {
            case 0, 1 -> new Activation(Activation.Function.RELU);
            case 2 -> new Activation(Activation.Function.SIGMOID);
            case 3 -> new BatchNorm(1e-5, true, true);
            case 4 -> new Softmax(1);
            case 5 -> new Dropout(0.5);
            case 6 -> new Flatten(1);
            case 7 -> new Identity();
            case 8, 9 -> new Conv(1 + random.nextInt(4), window(spatialRank, 3, 1), 1, random.nextBoolean());
            case 10 -> new MaxPool(window(spatialRank, 2, 1 + random.nextInt(2)), Rounding.FLOOR);
            case 11 -> new GlobalPool(PoolFunction.MEAN);
            case 12 -> new Linear(1 + random.nextInt(6), random.nextBoolean());
            case 13 -> new Concat(random.nextInt(2));
            case 14 -> new LocalResponseNorm(1 + random.nextInt(5), 1e-4, 0.75, 1);
            case 15 ->
                new AdaptivePool(
                        PoolFunction.MEAN, Collections.nCopies(Math.max(1, spatialRank), 1 + random.nextInt(2)));
            case 16, 17 -> split(input);
            case 18 -> new LayerNorm(List.of(1), 1e-5, random.nextBoolean(), true);
            case 19 -> new RmsNorm(List.of(1 + random.nextInt(2)), 1e-5, random.nextBoolean());
            case 20 -> new Reduce(REDUCTIONS.get(random.nextInt(REDUCTIONS.size())), List.of(1), true, 2, 0);
            case 21 -> new Activation(Activation.Function.ELU, List.of(0.5), random.nextBoolean());
            case 22 -> POINTWISE.get(random.nextInt(POINTWISE.size()));
            default -> new Elementwise(WITHOUT_QUOTIENTS.get(random.nextInt(WITHOUT_QUOTIENTS.size())));
        };
    }

    /** Into parts of one size, or of sizes that add up. */
    private Split split(Shape input) {
        int axis = random.nextInt(input.rank());
        if (random.nextBoolean()) {
            return new Split(1 + random.nextInt(4), List.of(), axis);
        }
        List<Long> sizes = new ArrayList<>();
        for (long rest = input.extent(axis); rest > 0; rest -= sizes.get(sizes.size() - 1)) {
            sizes.add(1 + random.nextLong(rest));
        }
        return new Split(sizes.size(), sizes, axis);
    }

    /** What has no spatial axes gets a window all the same, and refuses it. Sometimes the padding is more on one side. */
    private Window window(int spatialRank, int kernel, int stride) {
        int begin = random.nextInt(kernel);
        int end = random.nextBoolean() ? begin : random.nextInt(kernel);
        return new Window(Collections.nCopies(Math.max(1, spatialRank), new Axis(kernel, stride, begin, end, 1)));
    }
}
