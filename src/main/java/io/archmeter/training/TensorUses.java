package io.archmeter.training;

import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import io.archmeter.op.SavedForBackward;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who needs which tensor, forward and backward. A view has the memory of the tensor that it shows. What no layer takes is an output,
 * which the loss takes.
 */
final class TensorUses {
    private static final int NOBODY = -1;

    private final Program program;
    private final int[] memory;
    private final int[] lastReader;
    private final int[] firstKeeper;
    private final boolean[] isOutput;

    private TensorUses(Program program) {
        int tensors = program.tensors().size();
        this.program = program;
        this.memory = new int[tensors];
        this.lastReader = new int[tensors];
        this.firstKeeper = new int[tensors];
        this.isOutput = new boolean[tensors];
    }

    static TensorUses of(Program program) {
        TensorUses passes = new TensorUses(program);
        Arrays.fill(passes.lastReader, NOBODY);
        Arrays.fill(passes.firstKeeper, NOBODY);
        // Inputs and weights lie in memory of their own.
        Arrays.setAll(passes.memory, tensor -> tensor);
        for (int number = 0; number < program.operations().size(); number++) {
            passes.add(number, program.operations().get(number));
        }
        passes.findOutputs();
        return passes;
    }

    private void add(int number, Operation operation) {
        boolean view = operation.entry().storage() == Storage.VIEW;
        int result = operation.result();
        memory[result] = view ? memory[operation.operands().get(0)] : result;
        if (!view) {
            lastReader[result] = number;
            read(operation.operands(), number);
            read(computedWeights(operation), number);
        }
        // Where no gradient is asked for, autograd records nothing.
        if (hasGradient(result)) {
            keep(number, operation);
        }
    }

    private void read(List<Integer> tensors, int reader) {
        for (int tensor : tensors) {
            lastReader[memory[tensor]] = reader;
        }
    }

    /** Weights that are computed, or that the network is given: an operation that has weights takes them, as its operands. */
    private List<Integer> computedWeights(Operation operation) {
        if (!operation.entry().weighted()) {
            return List.of();
        }
        Node node = program.graph().nodes().get(operation.node());
        List<Integer> computed = List.of();
        for (int place = 0; place < node.weights().size(); place++) {
            if (node.weightNumber(place) == Node.COMPUTED) {
                computed = computed.isEmpty() ? new ArrayList<>() : computed;
                int value = node.weights().get(place).operand().number();
                computed.add(program.outputs().get(value));
            }
        }
        return computed;
    }

    private void keep(int number, Operation operation) {
        computedWeights(operation).forEach(weight -> keep(memory[weight], number));
        List<Integer> operands = operation.operands();
        for (int place = 0; place < operands.size(); place++) {
            if (keepsOperand(operation.entry().kept().operands(), operands, place)) {
                keep(memory[operands.get(place)], number);
            }
        }
        if (operation.entry().kept().output()) {
            keep(memory[operation.result()], number);
        }
    }

    private boolean keepsOperand(SavedForBackward.Taken taken, List<Integer> operands, int place) {
        return switch (taken) {
            case NONE -> false;
            case ALL -> true;
            case FACTORS ->
                IntStream.range(0, operands.size())
                        .anyMatch(other -> other != place && hasGradient(operands.get(other)));
            case SECOND -> place == 1;
            case DIVISION -> place == 1 || hasGradient(operands.get(1));
        };
    }

    private void keep(int tensor, int keeper) {
        firstKeeper[tensor] = firstKeeper[tensor] == NOBODY ? keeper : firstKeeper[tensor];
    }

    private void findOutputs() {
        program.untaken().forEach(tensor -> isOutput[memory[tensor]] = true);
    }

    /** The tensor whose memory another has: itself, or what it shows. */
    int memory(int tensor) {
        return memory[tensor];
    }

    /** Whether a tensor has memory of its own, and is no view. */
    boolean hasMemory(int tensor) {
        return memory[tensor] == tensor;
    }

    /** The last operation that takes a tensor with memory, or the one that puts it out; empty for an output of the network, which the loss takes after all of them. */
    OptionalInt lastReader(int tensor) {
        return isOutput[tensor] ? OptionalInt.empty() : OptionalInt.of(lastReader[tensor]);
    }

    /** Whether an operation takes a tensor with memory, or puts it out; a network may be given what none of its layers takes. */
    boolean isUsed(int tensor) {
        return isOutput[tensor] || lastReader[tensor] != NOBODY;
    }

    /** The first operation that keeps a tensor with memory for its backward pass, which is the last to free it. */
    OptionalInt firstKeeper(int tensor) {
        return firstKeeper[tensor] == NOBODY ? OptionalInt.empty() : OptionalInt.of(firstKeeper[tensor]);
    }

    /** The numbers of the weights that an operation takes, in their order. */
    Set<Integer> weights(Operation operation) {
        Set<Integer> taken = Set.of();
        if (operation.entry().weighted()) {
            Node node = program.graph().nodes().get(operation.node());
            for (int place = 0; place < node.weights().size(); place++) {
                taken = with(node.weightNumber(place), taken);
            }
        }
        for (int operand : operation.operands()) {
            taken = with(program.tensors().get(operand).weight().orElse(Node.COMPUTED), taken);
        }
        return taken;
    }

    private static Set<Integer> with(int weight, Set<Integer> taken) {
        if (weight == Node.COMPUTED) {
            return taken;
        }
        Set<Integer> more = taken.isEmpty() ? new TreeSet<>() : taken;
        more.add(weight);
        return more;
    }

    /**
     * What an operation needs for a moment of its backward pass. A divisor's gradient is computed before that of what is divided,
     * in the room of which one more tensor lies until then ({@code div_tensor_other_grad} of PyTorch's {@code FunctionsManual.cpp}).
     */
    Formula backwardTemporaries(Operation operation) {
        Formula besideGradients = operation.entry().temporaries().backward();
        if (operation.entry().kept().operands() != SavedForBackward.Taken.DIVISION) {
            return besideGradients;
        }
        if (!hasGradient(operation.operands().get(1))) {
            return Formula.ZERO;
        }
        return hasGradient(operation.operands().get(0))
                ? besideGradients
                : Formula.sum(
                        besideGradients, Formula.elements(operation.entry().output()));
    }

    /** Whether the loss is differentiated by a tensor, because parameters come before it. */
    boolean hasGradient(int tensor) {
        return program.differentiated().get(tensor);
    }

    /**
     * The tensor in whose place an operation can put its output: the last to read it, and nobody keeps it, as {@code
     * ReLU(inplace=True)} and {@code +=} in PyTorch; empty where it needs memory of its own. It does where it takes a part of that tensor:
     * PyTorch refuses to write what partly overlaps an operand ({@code assert_no_partial_overlap} of {@code MemoryOverlap.h}).
     */
    OptionalInt replaced(int number) {
        Operation operation = program.operations().get(number);
        Shape output = operation.entry().output();
        int candidates = Math.min(
                operation.operands().size(), Math.max(0, operation.entry().replaceable()));
        for (int place = 0; place < candidates; place++) {
            int tensor = memory[operation.operands().get(place)];
            if (firstKeeper[tensor] == NOBODY
                    && !isOutput[tensor]
                    && lastReader[tensor] == number
                    && program.tensors().get(tensor).weight().isEmpty()
                    && program.tensors().get(tensor).shape().hasAsManyElements(output)
                    && takesAllOf(tensor, operation.operands(), output)) {
                return OptionalInt.of(tensor);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether all operands that lie in a tensor are as large as the output. */
    private boolean takesAllOf(int tensor, List<Integer> operands, Shape output) {
        boolean all = true;
        for (int place = 0; place < operands.size() && all; place++) {
            int operand = operands.get(place);
            all = memory[operand] != tensor
                    || program.tensors().get(operand).shape().hasAsManyElements(output);
        }
        return all;
    }
}
