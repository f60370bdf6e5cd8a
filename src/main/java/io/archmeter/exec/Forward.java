package io.archmeter.exec;

import io.archmeter.exec.kernel.Kernels;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Runs a network at inference, in float32, in one array of exactly the planned size. Every activation lies in it, the input
 * too; nothing else holds one.
 */
public final class Forward {
    private final Graph graph;
    private final MemoryPlan plan;
    private final WeightSource weights;
    private final Forms forms;
    private final Workers workers;
    private final Options options;
    private final float[] arena;
    private final Workspace workspace = new Workspace();
    private final List<Optional<Pass>> kept = new ArrayList<>();

    /** The weights that were drawn in this run; who draws one again shares it. */
    private final Set<Integer> drawn = new HashSet<>();

    private long startElements;

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
     * @throws ProblemException where the activations do not fit into memory
     */
    public Forward(Graph graph, MemoryPlan plan, WeightSource weights, Workers workers, Options options) {
        this.graph = graph;
        this.plan = plan;
        this.weights = weights;
        this.forms = new Forms(graph, weights, workers);
        this.workers = workers;
        this.options = options;
        this.arena = MemoryProbe.arena(graph, plan.arenaBytes());
        graph.nodes().forEach(node -> kept.add(Optional.empty()));
    }

    /** Runs all layers of a network with one input, and returns the main output; see {@link #run(List, Consumer)}. */
    public Tensor run(float[] input, Consumer<Observation> observer) {
        return run(List.of(input), observer).get(0);
    }

    /**
     * Runs all layers.
     *
     * @param inputs as many elements as each input of the network has, the last axis fastest
     * @param observer is told of each layer when it has run
     * @return the outputs: parts of the arena, to be read before the next run
     * @throws UnexpectedShape where a kernel finds another number of elements than was planned for
     * @throws ProblemException where a NaN is produced, or weights do not fit into memory
     */
    public List<Tensor> run(List<float[]> inputs, Consumer<Observation> observer) {
        if (options.guarded) {
            Arrays.fill(arena, Float.NaN);
        }
        drawn.clear();
        LiveTensors held = new LiveTensors(graph, arena);
        NanGuard guard = new NanGuard();
        for (int i = 0; i < inputs.size(); i++) {
            int value = graph.inputs().get(i);
            Tensor input = new Tensor(arena, offset(value), graph.inputShapes().get(i));
            System.arraycopy(inputs.get(i), 0, arena, input.offset(), input.elements());
            held.add(value, input);
        }
        startElements = held.elements();
        for (int i = 0; i < inputs.size(); i++) {
            held.release(graph.nodes().get(i));
        }
        for (int number = inputs.size(); number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (!node.auxiliary()) {
                observer.accept(run(number, node, held, guard));
            }
        }
        return graph.outputs().stream().map(held::tensor).toList();
    }

    /** Bytes of the array in which all activations lie. */
    public long arenaBytes() {
        return (long) arena.length * Float.BYTES;
    }

    /** Bytes of the arena that belonged to inputs in the last run, before its first layer. */
    public long startBytes() {
        return startElements * Float.BYTES;
    }

    private Observation run(int number, Node node, LiveTensors held, NanGuard guard) {
        List<Optional<MemoryPlan.Placement>> places =
                node.outputs().stream().map(plan.placements()::get).toList();
        Step step;
        List<Tensor> outputs;
        try {
            List<Tensor> inputs = new ArrayList<>();
            node.inputs().forEach(operand -> inputs.add(tensor(operand, held)));
            step = new Step(number, inputs, arena, places, workspace, workers);
            for (int i = 0; i < inputs.size(); i++) {
                if (node.inputs().get(i) instanceof Operand.OfWeight weight && drawn.add(weight.number())) {
                    step.tookWeight(inputs.get(i).elements());
                }
            }
            for (WeightUse use : node.weights()) {
                if (use.isAttribute()) {
                    took(use, step);
                }
            }
            if (!computes(node)) {
                // They are counted to it, though nobody takes them: a layer after it that does shares them.
                drawn.addAll(node.weightNumbers());
            }
            pass(number, node, inputs, held, step).run(step);
            outputs = step.outputs();
        } catch (OutOfMemoryError full) {
            throw MemoryProbe.tooLittle(node);
        } catch (ProblemException | UnexpectedShape said) {
            throw said;
        } catch (RuntimeException thrown) {
            throw failed(node, thrown);
        }
        workspace.takeBack();
        Set<Integer> overwritten = new TreeSet<>();
        for (int slot = 0; slot < outputs.size(); slot++) {
            overwritten.addAll(held.overwritten(node, outputs.get(slot), step.reuse(slot)));
        }
        for (int slot = 0; slot < outputs.size(); slot++) {
            held.add(node.outputs().get(slot), node, outputs.get(slot), step.reuse(slot));
        }
        Observation observation = step.observation(List.copyOf(overwritten), held.elements());
        List<Tensor> released = held.release(node);
        if (options.guarded) {
            for (int slot = 0; slot < outputs.size(); slot++) {
                guard.inspect(node.outputs().get(slot), node, outputs.get(slot), step.hasInfinity());
            }
            released.stream().filter(tensor -> !held.overlaps(tensor)).forEach(NanGuard::spoil);
        }
        return observation;
    }

    private static RuntimeException failed(Node node, RuntimeException thrown) {
        if (!Kernels.isBuiltIn(node.op())) {
            return new ProblemException(new Problem(
                    "broken-kernel",
                    node.place(),
                    node.name(),
                    "the kernel of " + node.op().kind() + " throws " + thrown,
                    "mend the kernel, or take it off the class path: the layer is then declared and not proved"));
        }
        if (Kernels.isOfFile(node.op()) && !(thrown instanceof ArithmeticException)) {
            return new ProblemException(
                    new Problem(
                            "unsuitable-elements",
                            node.place(),
                            node.name(),
                            "what was drawn for the inputs of the network makes no sense to "
                                    + node.op().kind(),
                            "say the elements of inputs that decide something, as in --set axis=0; 'archmeter inputs' lists them"));
        }
        // The length of an array for intermediate results does not fit an int.
        return thrown instanceof ArithmeticException ? MemoryProbe.tooLittle(node) : thrown;
    }

    /** What a node works on. */
    private Tensor tensor(Operand operand, LiveTensors held) {
        if (operand instanceof Operand.OfWeight) {
            Weight weight = graph.weights().get(operand.number());
            long[] extents =
                    weight.shape().extents().stream().mapToLong(Long::longValue).toArray();
            return new Tensor(forms.elements(operand.number(), extents), 0, weight.shape());
        }
        return held.tensor(operand.number());
    }

    /** The layer with its weights, for the shapes that its inputs were seen to have, and not those that a rule gave them. */
    private Pass pass(int number, Node node, List<Tensor> inputs, LiveTensors held, Step step) {
        if (kept.get(number).isPresent()) {
            return kept.get(number).get();
        }
        List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
        Optional<Kernel<Op>> kernel = options.fast ? Kernels.fast(node.op()) : Kernels.of(node.op());
        Pass pass = kernel.isPresent()
                ? kernel.get().prepare(node.op(), shapes, (role, extents) -> draw(node, role, extents, held, step))
                : StandIn.of(node, graph, weights);
        boolean computed = node.weights().stream().anyMatch(use -> use.operand() instanceof Operand.OfValue);
        if (options.keepWeights && !computed) {
            kept.set(number, Optional.of(pass));
        }
        return pass;
    }

    /** The elements of what a node takes for a weight. A kernel may ask for one that its rule has forgotten. */
    private float[] draw(Node node, String role, long[] extents, LiveTensors held, Step step) {
        Optional<float[]> formed = forms.of(node, role, extents);
        if (formed.isPresent()) {
            node.weights().stream().filter(use -> use.serves(role)).forEach(use -> took(use, step));
            return formed.get();
        }
        Optional<Operand> operand = node.weights().stream()
                .filter(use -> use.role().equals(role))
                .map(WeightUse::operand)
                .findFirst();
        if (operand.isPresent() && operand.get() instanceof Operand.OfValue value) {
            Tensor tensor = held.tensor(value.number());
            return Arrays.copyOfRange(tensor.data(), tensor.offset(), tensor.end());
        }
        float[] elements = operand.isPresent()
                ? forms.elements(operand.get().number(), extents)
                : weights.draw(node.name(), role, extents);
        boolean again = operand.isPresent() && !drawn.add(operand.get().number());
        step.drawn(role, Shape.of(extents), again ? 0 : elements.length);
        return elements;
    }

    /** A stored tensor was read, for an attribute or to bring it into the form in which the kernel wants it. */
    private void took(WeightUse use, Step step) {
        Shape shape = graph.weights().get(use.operand().number()).shape();
        step.drawn(use.role(), shape, drawn.add(use.operand().number()) ? shape.elements() : 0);
    }

    private int offset(int value) {
        MemoryPlan.Placement place = plan.placements().get(value).orElseThrow();
        return Math.toIntExact(place.offset() / Float.BYTES);
    }

    /** Whether a layer is computed when it is run. One that is not puts out any numbers, and proves nothing. */
    public static boolean computes(Node node) {
        return Kernels.of(node.op()).isPresent();
    }
}
