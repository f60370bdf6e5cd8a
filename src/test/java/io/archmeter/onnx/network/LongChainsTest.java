package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Model;
import io.archmeter.exec.Forward;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.program.Growth;
import io.archmeter.weights.SeededWeights;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** A file can have as many nodes in a row as it wants: no stack is as deep. */
class LongChainsTest {
    private static final int LONG = 20_000;

    private static final int PASSED = 3_000;

    private static final long LITTLE_STACK = 256 << 10;

    /** More elements than are followed before the network runs. */
    private static final int MANY = 5_000;

    /** −1 that is passed on again and again, in a thread that has little stack: what is negative becomes positive. */
    @Test
    void aConstantThatIsMadeOfManyIsComputed() throws Exception {
        WrittenNetwork network = network().stored("one", 1, MANY).node("Neg", "one", "c0");
        for (int i = 1; i <= PASSED; i++) {
            network.node("Identity", "c" + (i - 1), "c" + i);
        }
        network.node("PRelu", "x c" + PASSED, "y");
        FutureTask<float[]> task = new FutureTask<>(() -> run(network));
        new Thread(null, task, "little stack", LITTLE_STACK).start();
        assertThat(task.get()).containsOnly(1);
    }

    /** 1 doubled 60 times is 2^60; who computes each of them anew for each taker takes as many steps. */
    @Test
    void aConstantThatIsTakenTwiceIsComputedOnce() {
        WrittenNetwork network = network().stored("c0", 1, MANY);
        for (int i = 1; i <= 60; i++) {
            network.node("Add", "c" + (i - 1) + " c" + (i - 1), "c" + i);
        }
        assertThat(run(network.node("PRelu", "x c60", "y"))).containsOnly((float) -(1L << 60));
    }

    @Test
    void sequencesHoldTensors() {
        WrittenNetwork network = network().node("SequenceConstruct", "x", "c0");
        for (int i = 1; i <= LONG; i++) {
            network.node("SequenceConstruct", "c" + (i - 1), "c" + i);
        }
        network.node("Relu", "x", "y").output("c" + LONG);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> graph(network))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::fact)
                        .contains("SequenceConstruct puts a sequence into a sequence, and those hold tensors"));
    }

    /** Layers of one name. */
    static final class Alike implements IntConsumer {
        @Override
        public void accept(int size) {
            UniqueNames names = new UniqueNames();
            for (int i = 0; i < size; i++) {
                names.unique("relu");
            }
        }
    }

    @Test
    void namesThatAreAlikeTakeStepsInProportion() {
        Growth.requireProportional(Alike.class, 200);
    }

    @Test
    void namesThatAreAlikeGetNumbers() {
        UniqueNames names = new UniqueNames();
        assertThat(List.of("a", "a_2", "a", "a", "b", "a").stream().map(names::unique))
                .containsExactly("a", "a_2", "a_1", "a_3", "b", "a_4");
    }

    private static WrittenNetwork network() {
        return new WrittenNetwork().input("x", 1, MANY).output("y");
    }

    private static Graph graph(WrittenNetwork network) {
        return OnnxNetwork.graph(network.file(), Bindings.NONE, false);
    }

    /** What it makes of −1, when all is as predicted. */
    private static float[] run(WrittenNetwork network) {
        Graph graph = graph(network);
        assertThat(new Model(graph).verify().equal()).isTrue();
        float[] input = new float[MANY];
        Arrays.fill(input, -1);
        Tensor output = new Forward(
                        graph,
                        MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                        new SeededWeights(0),
                        new Workers(1),
                        new Forward.Options(false, false))
                .run(input, observation -> {});
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }
}
