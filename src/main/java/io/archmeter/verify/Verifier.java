package io.archmeter.verify;

import io.archmeter.exec.Forward;
import io.archmeter.exec.MemoryProbe;
import io.archmeter.exec.NetworkInput;
import io.archmeter.exec.Observation;
import io.archmeter.exec.TakenWeight;
import io.archmeter.exec.UnexpectedShape;
import io.archmeter.exec.kernel.VectorLine;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.Cost;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.fusion.FusedNetwork;
import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.op.UnknownExtent;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares the two halves of Archmeter: the rules, which say what a network costs, and a forward pass, which
 * counts what it does. Neither knows the other; only this package knows both.
 *
 * <p>Kernels compute in float32. A network is run, and what is held is predicted, as if all its tensors were stored so; of those that are
 * not, {@link Verification#otherTypes} has the names.
 *
 * @since 0.2.0
 */
public final class Verifier {
    /** As it was given. */
    private final Graph given;

    /** Layer by layer. */
    private final NetworkFacts defined;

    /** As it is run: fast, layers that can run as one are one. */
    private final NetworkFacts network;

    /** By the names of layers that are several, the names of these. */
    private final Map<String, List<String>> several;

    private final Graph graph;
    private final List<LayerFacts> layers;
    /** Of the layers that are computed. */
    private final Cost total;

    private final MemoryPlan plan;
    private final Options options;
    private final WeightSource weights;
    private final Map<Integer, Observation> ran = new LinkedHashMap<>();

    /**
     * How a network is run.
     *
     * @param seed what weights and input are drawn from
     * @param threads that share the work of a layer; no more than there are cores do
     * @param keepWeights whether the weights of all layers stay in memory, and not only those of the one that runs
     * @param fast whether algorithms are taken that multiply less often than the definitions say, and layers run as one where they
     *     can; the output is then compared with that of a run by the definitions, layer by layer
     */
    public record Options(long seed, int threads, boolean keepWeights, boolean fast) {
        /** More than any machine has cores. */
        public static final int MOST_THREADS = 4_096;

        public static final Options DEFAULT =
                new Options(0, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), false, false);

        public Options {
            if (threads < 1 || threads > MOST_THREADS) {
                throw new IllegalArgumentException("1 to " + MOST_THREADS + " threads, but not " + threads);
            }
        }
    }

    /** In a line, with what vectors and tiles this machine multiplies matrices: {@code vectors: 256 bits (AVX2), tiles of 6×16}. */
    public static String vectors() {
        return VectorLine.ofThisMachine();
    }

    private Verifier(NetworkFacts network, Options options, WeightSource weights) {
        this.given = network.graph();
        this.defined = inFloats(network);
        FusedNetwork asRun =
                options.fast ? FusedNetwork.of(defined.graph()) : new FusedNetwork(defined.graph(), Map.of());
        this.several = asRun.layers();
        this.network = options.fast ? NetworkFacts.of(asRun.graph(), DType.FLOAT32) : defined;
        this.graph = this.network.graph();
        this.layers = this.network.layers(false);
        this.total = computed(this.network);
        this.plan = MemoryPlanner.plan(this.network, false);
        this.options = options;
        this.weights = weights;
    }

    /**
     * Predicts, runs and compares, at inference.
     *
     * @param network in float32, in which kernels compute
     * @throws io.archmeter.problem.ProblemException where the network cannot be run, or puts out a NaN
     */
    public static Verification verify(NetworkFacts network, Options options, Progress progress) {
        return verify(network, options, new SeededWeights(options.seed), progress, outputs -> {});
    }

    /**
     * The same with other weights.
     *
     * @param outputs takes what the network puts out, unless it stops before
     */
    static Verification verify(
            NetworkFacts network,
            Options options,
            WeightSource weights,
            Progress progress,
            Consumer<List<float[]>> outputs) {
        if (network.type() != DType.FLOAT32) {
            throw new IllegalArgumentException("kernels compute in float32, and not in " + network.type());
        }
        requireKnown(network);
        try {
            return new Verifier(network, options, weights).verify(progress, outputs);
        } catch (OutOfMemoryError full) {
            throw MemoryProbe.tooLittle(network.graph().nodes().get(0));
        }
    }

    /** The arena is an array of float32: in it, tensors of other types are tensors of float32. */
    private static NetworkFacts inFloats(NetworkFacts network) {
        boolean floats = network.graph().values().stream().allMatch(value -> value.type() == DType.FLOAT32);
        return floats ? network : NetworkFacts.of(network.graph().withValuesOfOneType(), DType.FLOAT32);
    }

    /** What the layers cost that kernels compute. */
    private static Cost computed(NetworkFacts network) {
        Cost total = network.total(false);
        if (network.layers(false).stream().allMatch(layer -> Forward.computes(layer.node()))) {
            return total;
        }
        Cost computed = Cost.ZERO;
        for (LayerFacts layer : network.layers(false)) {
            computed = Forward.computes(layer.node()) ? computed.plus(layer.cost()) : computed;
        }
        return computed;
    }

    private static void requireKnown(NetworkFacts network) {
        for (Value value : network.graph().values()) {
            Optional<Extent.Unknown> unknown = value.shape().unknown();
            if (unknown.isPresent()) {
                throw new ProblemException(UnknownExtent.at(
                        network.graph().nodes().get(value.node()).place(),
                        value.name(),
                        "its shape is " + value.shape() + ", and only what is known can be run",
                        unknown.get().origin()));
            }
        }
        for (LayerFacts layer : network.layers(false)) {
            try {
                layer.work().multiplyAdds().values();
            } catch (UnknownException notKnown) {
                throw new ProblemException(UnknownExtent.at(
                        layer.node().place(),
                        layer.name(),
                        "how much it computes depends on what it is given, and only what is known can be compared",
                        notKnown.unknown().origin()));
            }
        }
    }

    private Verification verify(Progress progress, Consumer<List<float[]>> taker) {
        Forward forward = forward(network, plan, options.fast);
        MemoryCheck.require(network, plan, options.keepWeights);
        Optional<Observation> stopped = Optional.empty();
        Optional<Boolean> agrees = Optional.empty();
        try {
            List<float[]> outputs = run(forward, progress);
            taker.accept(outputs);
            if (options.fast) {
                agrees = Optional.of(agree(outputs, outputs(byDefinition(), observation -> {})));
            }
        } catch (UnexpectedShape unexpected) {
            stopped = Optional.of(unexpected.observation());
        }
        Optional<List<Observation>> all = stopped.isEmpty() ? Optional.of(List.copyOf(ran.values())) : Optional.empty();
        List<LayerVerification> compared = compare(stopped);
        List<LayerVerification> decided = compared.stream()
                .filter(layer -> layer.computed() && layer.decided())
                .toList();
        return new Verification(
                graph.name(),
                graph.title(),
                graph.inputShapes(),
                inOtherTypes(),
                options.seed,
                options.fast,
                origins(stopped),
                compared,
                Totals.of(
                        total,
                        decided,
                        weightElements(),
                        plan,
                        all,
                        agrees,
                        forward.startBytes(),
                        forward.arenaBytes()));
    }

    /** Of the weights of layers that kernels compute, as far as they ran. */
    private WeightOrigins origins(Optional<Observation> stopped) {
        List<Observation> seen = new ArrayList<>(ran.values());
        stopped.ifPresent(seen::add);
        List<String> drawn = new ArrayList<>();
        int storedTensors = 0;
        long elements = 0;
        long drawnElements = 0;
        for (Observation layer : seen) {
            if (!Forward.computes(graph.nodes().get(layer.node()))) {
                continue;
            }
            for (TakenWeight weight : layer.taken()) {
                if (weight.drawn()) {
                    drawn.add(weight.name());
                } else {
                    storedTensors++;
                }
            }
            elements += layer.weights();
            drawnElements += layer.drawnWeights();
        }
        return new WeightOrigins(
                !given.stored().isNothing(), storedTensors, elements - drawnElements, drawn, drawnElements);
    }

    /** Of all layers that kernels compute. */
    private long weightElements() {
        return network.layers(false).stream()
                .filter(layer -> Forward.computes(layer.node()))
                .mapToLong(Predicted::elements)
                .reduce(0, Math::addExact);
    }

    private Forward byDefinition() {
        return forward(defined, MemoryPlanner.plan(defined, false), false);
    }

    private Forward forward(NetworkFacts of, MemoryPlan within, boolean fast) {
        return new Forward(
                of.graph(),
                within,
                weights,
                Workers.onCores(options.threads),
                new Forward.Options(options.keepWeights, true, fast));
    }

    /** Runs all layers, or those before one that puts out another size than planned. */
    private List<float[]> run(Forward forward, Progress progress) {
        announce(progress);
        return outputs(forward, observation -> {
            ran.put(observation.node(), observation);
            announce(progress);
        });
    }

    private List<float[]> outputs(Forward forward, Consumer<Observation> observer) {
        List<float[]> outputs = new ArrayList<>();
        for (Tensor output : forward.run(NetworkInput.of(given, options.seed), observer)) {
            outputs.add(Arrays.copyOfRange(output.data(), output.offset(), output.end()));
        }
        return outputs;
    }

    /** Where other types come into the network: values whose nodes take none of their type. */
    private List<Value> inOtherTypes() {
        return given.values().stream()
                .filter(value -> value.type() != DType.FLOAT32)
                .filter(value -> given.nodes().get(value.node()).values().stream()
                        .noneMatch(taken -> given.values().get(taken).type() == value.type()))
                .toList();
    }

    private static boolean agree(List<float[]> found, List<float[]> expected) {
        boolean agree = true;
        for (int i = 0; i < expected.size(); i++) {
            agree &= Tolerance.of(found.get(i), expected.get(i));
        }
        return agree;
    }

    private void announce(Progress progress) {
        int next = ran.size();
        if (next < layers.size()) {
            progress.begins(next + 1, layers.size(), layers.get(next).name());
        }
    }

    private List<LayerVerification> compare(Optional<Observation> stopped) {
        List<LayerVerification> compared = new ArrayList<>();
        for (LayerFacts layer : layers) {
            Optional<Observation> whole = Optional.ofNullable(ran.get(layer.number()));
            Optional<Observation> begun = whole.or(() -> stopped.filter(seen -> seen.node() == layer.number()));
            List<String> those = several.getOrDefault(layer.name(), List.of(layer.name()));
            Predicted predicted =
                    new Predicted(network, layer, those, plan.liveBytes().get(layer.number()));
            compared.add(predicted.beside(begun, whole));
        }
        return compared;
    }
}
