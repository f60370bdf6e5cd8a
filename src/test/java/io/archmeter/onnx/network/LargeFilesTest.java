package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Model;
import io.archmeter.graph.Graph;
import io.archmeter.graph.WeightUse;
import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.problem.ProblemException;
import io.archmeter.program.Growth;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twice as large a file takes twice as many steps, whatever is in it. */
class LargeFilesTest {
    /** As most files are: one node takes what the one before puts out. */
    static final class Chain implements IntConsumer {
        @Override
        public void accept(int size) {
            WrittenNetwork network = network();
            for (int i = 0; i < size; i++) {
                network.node("Relu", name("x", i), "x" + (i + 1));
            }
            analyze(network.output("x" + size));
        }
    }

    /** Each constant is computed of the one before and of a tensor of its own. */
    static final class OfOwnTensors implements IntConsumer {
        @Override
        public void accept(int size) {
            analyze(ofOwnTensors(size));
        }
    }

    /** A layer takes each of the constants that are computed one out of the other. */
    static final class EachOfAChain implements IntConsumer {
        @Override
        public void accept(int size) {
            WrittenNetwork network = network().stored("c", 1, 4);
            for (int i = 0; i < size; i++) {
                network.node("Neg", name("c", i), "c" + (i + 1))
                        .node("PRelu", name("x", i) + " c" + (i + 1), "x" + (i + 1));
            }
            analyze(network.output("x" + size));
        }
    }

    /** Numbers of rows of a table, passed on again and again, and a table that is looked up by each. */
    static final class PassedOn implements IntConsumer {
        @Override
        public void accept(int size) {
            WrittenNetwork network =
                    network().stored("table", 1, 4, 4).node("Cast", "x", "i", WrittenNetwork.whole("to", 7));
            for (int i = 0; i < size; i++) {
                network.node("Identity", name("i", i), "i" + (i + 1))
                        .node("Gather", "table i" + (i + 1), "y" + i)
                        .output("y" + i);
            }
            analyze(network);
        }
    }

    /** An axis more at each node. */
    static final class MoreAxes implements IntConsumer {
        @Override
        public void accept(int size) {
            WrittenNetwork network = network().wholes("first", 0);
            for (int i = 0; i < size; i++) {
                network.node("Unsqueeze", name("x", i) + " first", "x" + (i + 1));
            }
            analyze(network.output("x" + size));
        }
    }

    /** A tensor more in a sequence at each node. */
    static final class LongerSequences implements IntConsumer {
        @Override
        public void accept(int size) {
            WrittenNetwork network = network().node("SequenceConstruct", "x", "s");
            for (int i = 0; i < size; i++) {
                network.node("SequenceInsert", name("s", i) + " x", "s" + (i + 1));
            }
            analyze(network.node("ConcatFromSequence", "s" + size, "y", WrittenNetwork.whole("axis", 0))
                    .output("y"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Chain.class,
                OfOwnTensors.class,
                EachOfAChain.class,
                PassedOn.class,
                MoreAxes.class,
                LongerSequences.class
            })
    void twiceAsManyNodesTakeTwiceAsManySteps(Class<? extends IntConsumer> task) {
        Growth.requireProportional(task, 500);
    }

    /** 100, each with a tensor of its own, after the first tensor. */
    @Test
    void allTensorsThatAConstantIsComputedOfAreWeightsOfItsLayer() {
        Graph graph = graph(ofOwnTensors(100));
        assertThat(graph.nodes().get(1).weights())
                .hasSize(101)
                .extracting(WeightUse::operand)
                .doesNotHaveDuplicates();
    }

    /** 3,000 layers take one tensor, two, three and so on: 4,501,500 together. */
    @Test
    void layersThatTakeTooManyWeightsTogetherAreAProblem() {
        WrittenNetwork network = network().stored("c", 1, 1);
        for (int i = 0; i < 3_000; i++) {
            network.stored("c." + i, 1, 1)
                    .node("PRelu", name("x", i) + " " + name("c", i), "x" + (i + 1))
                    .node("Add", name("c", i) + " c." + i, "c" + (i + 1));
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> graph(network.output("x3000")))
                .withMessageContaining("[too-many-weights] ");
    }

    private static WrittenNetwork ofOwnTensors(int size) {
        WrittenNetwork network = network().stored("c", 1, 4);
        for (int i = 0; i < size; i++) {
            network.stored("c." + i, 1, 4).node("Add", name("c", i) + " c." + i, "c" + (i + 1));
        }
        return network.node("PRelu", "x c" + size, "y").output("y");
    }

    private static String name(String first, int number) {
        return number == 0 ? first : first + number;
    }

    private static WrittenNetwork network() {
        return new WrittenNetwork().input("x", 1, 4);
    }

    private static Graph graph(WrittenNetwork network) {
        return OnnxNetwork.graph(network.file(), Bindings.NONE, false);
    }

    private static void analyze(WrittenNetwork network) {
        new Model(graph(network)).analyze();
    }
}
