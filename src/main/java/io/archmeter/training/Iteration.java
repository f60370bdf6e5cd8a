package io.archmeter.training;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Weight;
import io.archmeter.op.Element;
import io.archmeter.op.Formula;
import io.archmeter.op.SavedForBackward;
import io.archmeter.training.Allocation.Use;
import io.archmeter.training.Step.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** One iteration of training: all that is held, and from when until when. */
final class Iteration {
    private final Program program;
    private final DType type;
    private final Optimizer optimizer;
    private final TensorUses passes;
    private final long[] bytes;
    private final Timeline timeline = new Timeline();
    private final Gradients gradients;
    private final int[] forward;
    private final List<Allocation> all = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private Iteration(NetworkFacts network, Optimizer optimizer) {
        this.type = network.type();
        if (!type.hasGradients()) {
            throw new IllegalArgumentException("nothing can be trained in " + type);
        }
        this.program = Program.of(network);
        this.optimizer = optimizer;
        this.passes = TensorUses.of(program);
        this.bytes = program.bytes();
        this.gradients = new Gradients(program, passes, bytes, timeline);
        this.forward = new int[program.operations().size()];
    }

    /**
     * Follows one iteration.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    static Iteration of(NetworkFacts network, Optimizer optimizer) {
        Iteration iteration = new Iteration(network, optimizer);
        iteration.runForward();
        int lastForward = iteration.timeline.last();
        iteration.runBackward();
        int update =
                iteration.timeline.begin(new Step(Phase.UPDATE, network.graph().name()));
        iteration.addActivations(lastForward);
        iteration.all.addAll(iteration.gradients.holdings());
        iteration.addWeights(update);
        for (int number = 0; number < iteration.program.operations().size(); number++) {
            iteration.addOwn(number);
        }
        return iteration;
    }

    /**
     * Memory of a layer of which nobody knows how much it is.
     *
     * @param origins where that comes from
     */
    record Gap(Use use, String layer, List<String> origins) {}

    /** What is held as well, nobody knows how much. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** All that is held at some moment. */
    List<Allocation> holdings() {
        return List.copyOf(all);
    }

    /** What each moment holds, for whatever use; throws {@link ArithmeticException} where a {@code long} does not hold it. */
    long[] liveBytes() {
        return liveBytes(use -> true);
    }

    /** The same of some uses. */
    long[] liveBytes(Predicate<Use> counts) {
        int moments = timeline.moments();
        long[] change = new long[moments + 1];
        for (Allocation holding : all) {
            long bytes = counts.test(holding.use()) ? holding.bytes() : 0;
            change[holding.first()] = Math.addExact(change[holding.first()], bytes);
            change[holding.last() + 1] = Math.subtractExact(change[holding.last() + 1], bytes);
        }
        long[] live = new long[moments];
        long held = 0;
        for (int moment = 0; moment < moments; moment++) {
            held = Math.addExact(held, change[moment]);
            live[moment] = held;
        }
        return live;
    }

    Timeline timeline() {
        return timeline;
    }

    private void runForward() {
        int number = 0;
        for (int node : program.order()) {
            timeline.begin(Phase.FORWARD, program.graph().nodes().get(node));
            for (boolean first = true; number < forward.length && node(number) == node; first = false) {
                forward[number] = first ? timeline.last() : timeline.next();
                number++;
            }
        }
    }

    private void runBackward() {
        int number = forward.length - 1;
        for (int position = program.order().size() - 1; position > 0; position--) {
            int node = program.order().get(position);
            if (program.graph().nodes().get(node).isInput()) {
                continue;
            }
            timeline.begin(Phase.BACKWARD, program.graph().nodes().get(node));
            if (position == program.order().size() - 1) {
                gradients.seed();
            }
            for (boolean first = true; number >= 0 && node(number) == node; number--) {
                if (passes.hasGradient(program.operations().get(number).result())) {
                    if (!first) {
                        timeline.next();
                    }
                    gradients.runBackward(number);
                    first = false;
                }
            }
        }
    }

    private int node(int operation) {
        return program.operations().get(operation).node();
    }

    /** Tensors that replace each other are one piece of memory, of which the last is kept, if any is. */
    private void addActivations(int lastForward) {
        int[] first = new int[bytes.length];
        boolean[] replaced = new boolean[bytes.length];
        for (int number = 0; number < forward.length; number++) {
            int result = program.operations().get(number).result();
            OptionalInt before = passes.replaced(number);
            first[result] = before.isPresent() ? first[before.getAsInt()] : forward[number];
            before.ifPresent(tensor -> replaced[tensor] = true);
        }
        for (int tensor = 0; tensor < bytes.length; tensor++) {
            if (passes.hasMemory(tensor) && !replaced[tensor]) {
                addActivation(tensor, first[tensor], lastForward);
            }
        }
    }

    private void addActivation(int tensor, int first, int lastForward) {
        Program.Tensor held = program.tensors().get(tensor);
        OptionalInt keeper = passes.firstKeeper(tensor);
        if (keeper.isPresent()) {
            add(Use.KEPT, held.node(), held.name(), held.bytes(), first, gradients.done(keeper.getAsInt()));
            return;
        }
        if (!passes.isUsed(tensor)) {
            add(Use.ACTIVATION, held.node(), held.name(), held.bytes(), first, first);
            return;
        }
        OptionalInt reader = passes.lastReader(tensor);
        int last = reader.isPresent() ? forward[reader.getAsInt()] : lastForward;
        add(Use.ACTIVATION, held.node(), held.name(), held.bytes(), first, last);
    }

    /**
     * A weight that several layers take is there once; the first of them to run backward brings its gradient. What another brings is
     * added to it, and is there until then ({@code InputBuffer::add} of PyTorch's {@code input_buffer.cpp}).
     */
    private void addWeights(int update) {
        Graph graph = program.graph();
        int[] owners = graph.owners();
        int[] begun = new int[graph.weights().size()];
        Arrays.fill(begun, update);
        for (int number = forward.length - 1; number >= 0; number--) {
            for (int weight : passes.weights(program.operations().get(number))) {
                if (begun[weight] == update) {
                    begun[weight] = gradients.begun(number);
                } else {
                    addAnother(
                            graph.nodes().get(owners[weight]), graph.weights().get(weight), number);
                }
            }
        }
        for (int number = 0; number < begun.length; number++) {
            addWeight(graph.nodes().get(owners[number]), graph.weights().get(number), begun[number], update);
        }
    }

    private void addAnother(Node owner, Weight weight, int operation) {
        if (weight.kind() == Weight.Kind.PARAMETER) {
            Amount size = Exact.at(owner, () -> Amount.of(weight::bytes));
            add(Use.GRADIENT, owner, weight.fullName(), size, gradients.begun(operation), gradients.done(operation));
        }
    }

    private void addWeight(Node owner, Weight weight, int begun, int update) {
        String name = weight.fullName();
        Amount size = Exact.at(owner, () -> Amount.of(weight::bytes));
        add(Use.WEIGHTS, owner, name, size, 0, update);
        if (weight.kind() == Weight.Kind.PARAMETER) {
            long state = Exact.at(owner, () -> optimizer.stateBytes(size.atLeast()));
            add(Use.OPTIMIZER_STATE, owner, name, new Amount(state, size.origins()), 0, update);
            add(Use.PARAMETER_GRADIENT, owner, name, size, begun, update);
        }
    }

    /** What an operation has beside its operands and its output. */
    private void addOwn(int number) {
        Operation operation = program.operations().get(number);
        Node node = program.graph().nodes().get(operation.node());
        boolean recorded = passes.hasGradient(operation.result());
        int now = forward[number];
        for (SavedForBackward.Extra extra : operation.entry().kept().more()) {
            if (extra.recorded() && !recorded) {
                continue;
            }
            boolean kept = recorded && extra.element() != Element.WRAPPED_NUMBER;
            Use use = kept ? Use.KEPT : Use.TEMPORARY;
            Amount size = bytes(extra.elements(), extra.element(), node);
            add(use, node, node.name() + " " + extra.name(), size, now, recorded ? gradients.done(number) : now);
        }
        addTemporaries(node, operation.entry().temporaries().forward(), now);
        if (recorded) {
            addTemporaries(node, passes.backwardTemporaries(operation), gradients.begun(number));
        }
    }

    private void addTemporaries(Node node, Formula elements, int moment) {
        if (elements == Formula.ZERO) {
            return;
        }
        Amount size = bytes(elements, Element.OF_NETWORK, node);
        if (!size.equals(Amount.ZERO)) {
            add(Use.TEMPORARY, node, node.name() + " temporaries", size, moment, moment);
        }
    }

    private Amount bytes(Formula elements, Element element, Node node) {
        return Exact.at(node, () -> Amount.of(() -> element.bytes(elements.value(), type)));
    }

    private void add(Use use, Node node, String name, Amount size, int first, int last) {
        if (size.atLeast() > 0) {
            all.add(new Allocation(use, node.name(), name, size.atLeast(), first, last));
        }
        if (!size.isExact()) {
            gaps.add(new Gap(use, node.name(), Amount.named(size.origins(), node.name())));
        }
    }
}
