package io.archmeter;

import io.archmeter.exec.Forward;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a layer makes of numbers, and of numbers that are a little other ones. A layer that makes much of a rounding error, such as a
 * logarithm near 0, is of no use where two computations are compared.
 */
final class TriedLayer {
    /** More than float32 loses in a short sum, and much less than what is compared. */
    private static final double DISTURBANCE = 1e-6;

    private static final double MOST_DIFFERENCE = 2e-5;
    private static final float MOST = 1e4f;

    /** As large as a number has to be for its rounding to be that of the largest. */
    private static final float LEAST = 1e-3f;

    private static final Workers WORKERS = new Workers(1);

    /** Elements as they are, and a little disturbed. */
    record Numbers(DType type, float[] elements, float[] disturbed) {
        static Numbers of(DType type, float[] elements, SplittableRandom random) {
            return new Numbers(type, elements, shaken(type, elements, elements, random));
        }

        float largest() {
            float largest = 0;
            for (float element : elements) {
                largest = Math.max(largest, Math.abs(element));
            }
            return largest;
        }

        boolean areFinite() {
            boolean finite = true;
            for (float element : elements) {
                finite &= Float.isFinite(element);
            }
            return finite;
        }

        /** Whether all of them are whole numbers from 0 on that are less. */
        boolean areWithin(long below) {
            boolean within = true;
            for (float element : elements) {
                within &= element >= 0 && element < below;
            }
            return within;
        }

        /** Whole numbers beyond their type begin again at its other end, in other places than here. */
        private boolean areOfTheirType() {
            return switch (type) {
                case BOOL -> areWithin(2);
                case UINT4, UINT8 -> areWithin(1L << type.bits());
                case INT4, INT8 -> largest() < 1L << (type.bits() - 1);
                default -> true;
            };
        }

        /** Whether a small disturbance stays small, and no number is far beyond those of networks. */
        boolean areSteady() {
            double most = type.isWhole() ? 0 : MOST_DIFFERENCE * Math.max(LEAST, largest());
            boolean steady = largest() <= MOST && areOfTheirType();
            for (int i = 0; i < elements.length; i++) {
                steady &= Math.abs((double) elements[i] - disturbed[i]) <= most;
            }
            return steady;
        }
    }

    private TriedLayer() {}

    /**
     * What comes out of the only layer of a graph.
     *
     * @param graph that puts out all values of the layer
     */
    static List<Numbers> run(Graph graph, List<Numbers> inputs, long seed, SplittableRandom random) {
        Graph floats = graph.withValuesOfOneType();
        Forward forward = new Forward(
                floats,
                MemoryPlanner.plan(NetworkFacts.of(floats, DType.FLOAT32), false),
                new SeededWeights(seed),
                WORKERS,
                new Forward.Options(false, false));
        List<float[]> elements =
                run(forward, inputs.stream().map(Numbers::elements).toList());
        List<float[]> disturbed =
                run(forward, inputs.stream().map(Numbers::disturbed).toList());
        List<Numbers> outputs = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            DType type = graph.outputValues().get(i).type();
            outputs.add(new Numbers(type, elements.get(i), shaken(type, elements.get(i), disturbed.get(i), random)));
        }
        return outputs;
    }

    private static List<float[]> run(Forward forward, List<float[]> inputs) {
        List<float[]> outputs = new ArrayList<>();
        for (Tensor output : forward.run(inputs, seen -> {})) {
            outputs.add(Arrays.copyOfRange(output.data(), output.offset(), output.end()));
        }
        return outputs;
    }

    private static float[] shaken(DType type, float[] elements, float[] others, SplittableRandom random) {
        float[] disturbed = others.clone();
        float most = (float) (DISTURBANCE * new Numbers(type, elements, elements).largest());
        for (int i = 0; !type.isWhole() && i < disturbed.length; i++) {
            disturbed[i] += most * (2 * random.nextInt(2) - 1);
        }
        return disturbed;
    }
}
