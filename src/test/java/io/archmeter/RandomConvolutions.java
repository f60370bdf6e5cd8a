package io.archmeter;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import io.archmeter.op.Activation;
import io.archmeter.op.Axis;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Clamp;
import io.archmeter.op.Conv;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Identity;
import io.archmeter.op.Window;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Small networks of convolutions and what often follows them. Most layers take what the one before puts out; the others make second
 * readers, branches, sums of something that comes later, and layers that share weights.
 */
public final class RandomConvolutions {
    private static final int MOST_LAYERS = 20;

    private final Random random;
    private final Nodes nodes;

    private RandomConvolutions(Random random) {
        this.random = random;
        // With 32 channels, and 20 rows and columns, Winograd's algorithm pays.
        boolean large = random.nextInt(8) == 0;
        this.nodes = large
                ? new Nodes(1, 32, 20, 20)
                : new Nodes(1 + random.nextInt(2), 2 * (1 + random.nextInt(3)), 3 + random.nextInt(6), 5);
    }

    /** One with one output or two. */
    public static Graph of(Random random) {
        RandomConvolutions network = new RandomConvolutions(random);
        network.nodes.add(network.convolution(network.nodes.shape(0).channels()), 0);
        int layers = 1 + random.nextInt(MOST_LAYERS);
        for (int layer = 0; layer < layers; layer++) {
            network.add();
        }
        int last = network.nodes.size() - 1;
        for (int head = random.nextInt(2); head > 0; head--) {
            network.nodes.addAuxiliary(new Activation(Activation.Function.RELU), random.nextInt(last + 1));
        }
        int other = 1 + random.nextInt(last);
        return random.nextInt(3) == 0 && other < last ? network.nodes.graph(last, other) : network.nodes.graph(last);
    }

    private void add() {
        int input = random.nextInt(5) > 0 ? nodes.size() - 1 : random.nextInt(nodes.size());
        switch (random.nextInt(8)) {
            case 0, 1 -> nodes.add(convolution(nodes.shape(input).channels()), input);
            case 2, 3 -> nodes.add(normalization(), input);
            case 4, 5 -> nodes.add(pointwise(), input);
            case 6 -> nodes.add(sum(), order(input, alike(input)));
            default -> share(input);
        }
    }

    private Op convolution(long channels) {
        int group = random.nextInt(3) > 0 ? 1 : random.nextBoolean() ? 2 : (int) channels;
        int kernel = random.nextInt(3) > 0 ? 3 : 1;
        int stride = random.nextInt(6) == 0 ? 2 : 1;
        Axis axis = new Axis(kernel, stride, kernel / 2, kernel / 2, 1);
        return new Conv(channels, new Window(List.of(axis, axis)), group, random.nextBoolean());
    }

    private Op normalization() {
        return new BatchNorm(1e-5, random.nextInt(3) > 0, random.nextInt(4) > 0);
    }

    private Op pointwise() {
        return switch (random.nextInt(6)) {
            case 0 -> new Activation(Activation.Function.SILU);
            case 1 -> new Activation(Activation.Function.HARDTANH, List.of(-0.5, 0.25), false);
            case 2 -> new Clamp(OptionalDouble.of(-0.3), OptionalDouble.empty());
            case 3 -> new Activation(Activation.Function.THRESHOLD, List.of(0.1, -1.0), false);
            case 4 -> new Identity();
            default -> new Activation(Activation.Function.RELU);
        };
    }

    private static Op sum() {
        return new Elementwise(Elementwise.Function.ADD);
    }

    /** A value of the same shape, perhaps the very one. */
    private int alike(int input) {
        List<Integer> alike = IntStream.range(0, nodes.size())
                .filter(value -> nodes.shape(value).equals(nodes.shape(input)))
                .boxed()
                .toList();
        return alike.get(random.nextInt(alike.size()));
    }

    private Integer[] order(int one, int other) {
        return random.nextBoolean() ? new Integer[] {one, other} : new Integer[] {other, one};
    }

    private void share(int input) {
        int other = random.nextInt(nodes.size());
        if (nodes.get(other).op() instanceof Conv) {
            nodes.addSharing(other, false, List.of(input));
        }
    }
}
