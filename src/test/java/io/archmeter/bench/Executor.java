package io.archmeter.bench;

import io.archmeter.exec.Forward;
import io.archmeter.exec.Observation;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.fusion.FusedNetwork;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededWeights;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** A network in Archmeter's executor, which keeps its weights from run to run. */
final class Executor implements Contestant {
    private final Graph run;
    private final Forward forward;
    private final float[] input;
    private Tensor output;

    Executor(Graph graph, long seed, float[] input, int threads, boolean fast) {
        this.run = fast ? FusedNetwork.of(graph).graph() : graph;
        this.forward = new Forward(
                run,
                MemoryPlanner.plan(NetworkFacts.of(run, DType.FLOAT32), false),
                new SeededWeights(seed),
                Workers.onCores(threads),
                new Forward.Options(true, false, fast));
        this.input = input;
    }

    /** The network as it is run: fast, layers that can run as one are one. */
    Graph graph() {
        return run;
    }

    @Override
    public void run() {
        run(observation -> {});
    }

    /** Tells the observer of each layer when it has run. */
    void run(Consumer<Observation> observer) {
        output = forward.run(input, observer);
    }

    /** Multiply-adds of all layers, as their definitions say. */
    long multiplyAdds() {
        LongAdder all = new LongAdder();
        run(layer -> all.add(layer.executed() + layer.padded()));
        return all.sum();
    }

    @Override
    public float[] output() {
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }
}
