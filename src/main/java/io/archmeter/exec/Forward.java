package io.archmeter.exec;

import io.archmeter.exec.kernel.Kernels;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a network at inference, in float32, in one array of exactly the planned size. Every activation lies in it, the input
 * too; nothing else holds one.
 */
public final class Forward {
    private final Graph graph;
    private final MemoryPlan plan;
    private final WeightSource weights;
    private final Workers workers;
    private final Options options;
    private final float[] arena;
    private final Workspace workspace = new Workspace();
    private final List<Optional<Pass>> kept = new ArrayList<>();

    /**
     * How a network is run.
     *
     * @param keepWeights whether the weights of all layers stay in memory for the next run, and not only those of the one
     * @param guarded whether a NaN in an output ends the run. What nobody needs any more is then overwritten with NaN, so that
     *     a tensor that was released too early, or not filled, shows.
     * @param fast whether an algorithm may be taken that multiplies less often than the definition says, at the price of some
     *     accuracy
     */
    public record Options(boolean keepWeights, boolean guarded, boolean fast) {
        /** By the definition of each operator. */
        public Options(boolean keepWeights, boolean guarded) {
            this(keepWeights, guarded, false);
        }
    }

    /**
     * @throws ProblemException where a layer has no kernel, or the activations do not fit into memory
     */
    public Forward(Graph graph, MemoryPlan plan, WeightSource weights, Workers workers, Options options) {
        this.graph = graph;
        this.plan = plan;
        this.weights = weights;
        this.workers = workers;
        this.options = options;
        requireKernels(graph);
        this.arena = Memory.arena(graph, plan.arenaBytes());
        graph.nodes().forEach(node -> kept.add(Optional.empty()));
    }

    /**
     * Runs all layers.
     *
     * @param input as many elements as the network's input, the last axis fastest
     * @param observer is told of each layer when it has run
     * @return the main output: a part of the arena, to be read before the next run
     * @throws UnexpectedShape where a kernel finds another number of elements than was planned for
     * @throws ProblemException where a NaN is produced, or weights do not fit into memory
     */
    public Tensor run(float[] input, Consumer<Observation> observer) {
        if (options.guarded) {
            Arrays.fill(arena, Float.NaN);
        }
        Held held = new Held(graph);
        Guard guard = new Guard();
        Tensor first = new Tensor(arena, offset(0), graph.input());
        System.arraycopy(input, 0, arena, first.offset(), first.elements());
        held.add(0, first);
        for (int number = 1; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (!node.auxiliary()) {
                observer.accept(run(number, node, held, guard));
            }
        }
        return held.tensor(graph.output());
    }

    /** Bytes of the array in which all activations lie. */
    public long arenaBytes() {
        return (long) arena.length * Float.BYTES;
    }

    private Observation run(int number, Node node, Held held, Guard guard) {
        List<Tensor> inputs = node.inputs().stream().map(held::tensor).toList();
        Step step = new Step(number, inputs, arena, place(number), workspace, workers);
        try {
            pass(number, node, inputs, step).run(step);
        } catch (OutOfMemoryError | ArithmeticException full) {
            // The latter where the length of an array for intermediate results does not fit an int.
            throw Memory.tooLittle(node);
        }
        workspace.takeBack();
        Tensor output = step.output();
        List<Integer> overwritten = held.overwritten(node, output, step.reuse());
        held.add(number, output);
        Observation observation = step.observation(overwritten, held.elements());
        List<Tensor> released = held.release(number);
        if (options.guarded) {
            guard.inspect(number, node, output, step.hasInfinity());
            released.stream().filter(tensor -> !held.overlaps(tensor)).forEach(Guard::spoil);
        }
        return observation;
    }

    /** The layer with its weights, for the shapes that its inputs were seen to have, and not those that a rule gave them. */
    private Pass pass(int number, Node node, List<Tensor> inputs, Step step) {
        if (kept.get(number).isPresent()) {
            return kept.get(number).get();
        }
        List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
        Kernel<Op> kernel = (options.fast ? Kernels.fast(node.op()) : Kernels.of(node.op())).orElseThrow();
        Pass pass = kernel.prepare(node.op(), shapes, (tensor, extents) -> {
            float[] elements = weights.draw(node.name(), tensor, extents);
            step.drawn(tensor, Shape.of(extents), elements.length);
            return elements;
        });
        if (options.keepWeights) {
            kept.set(number, Optional.of(pass));
        }
        return pass;
    }

    private int offset(int node) {
        return Math.toIntExact(place(node).offset() / Float.BYTES);
    }

    private MemoryPlan.Placement place(int node) {
        return plan.placements().get(node).orElseThrow();
    }

    private static void requireKernels(Graph graph) {
        Problems problems = new Problems();
        for (Node node : graph.layers(false)) {
            if (Kernels.of(node.op()).isEmpty()) {
                problems.add(new Problem(
                        "no-kernel",
                        node.place(),
                        node.name(),
                        node.op().kind() + " cannot be run, only analyzed",
                        "leave the layer out to verify the others"));
            }
        }
        problems.throwIfAny();
    }
}
