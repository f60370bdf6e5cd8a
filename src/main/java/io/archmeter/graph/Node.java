package io.archmeter.graph;

import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One layer at its place in a graph.
 *
 * @param name its path, as PyTorch names the module: {@code layer1.0.conv1}
 * @param inputs what its operator works on, in order
 * @param weights what it takes for the weights of its operator, in the order of PyTorch
 * @param outputs the numbers of the values that it puts out, one for each slot
 * @param auxiliary whether it serves an output beside the main one, and so exists in training only
 * @param functional whether its author calls a function there and no module, which some tools count otherwise
 * @param place where it is written
 * @param calls where it is written in a block, the calls that lead there, the nearest first
 * @since 0.1.0
 */
public record Node(
        String name,
        Op op,
        List<Operand> inputs,
        List<WeightUse> weights,
        List<Integer> outputs,
        boolean auxiliary,
        boolean functional,
        Span place,
        List<Span> calls) {
    /** In place of the number of a weight that is no tensor of its own: another node puts it out. */
    public static final int COMPUTED = -1;

    public Node {
        inputs = List.copyOf(inputs);
        weights = weights instanceof ConsecutiveUses ? weights : List.copyOf(weights);
        outputs = List.copyOf(outputs);
        calls = List.copyOf(calls);
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(place, "place");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name");
        }
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(name + " puts out nothing");
        }
    }

    /** The same as the call of a function. */
    Node asFunction() {
        return new Node(name, op, inputs, weights, outputs, auxiliary, true, place, calls);
    }

    public boolean isInput() {
        return op instanceof Input;
    }

    /** The number of the first value that it puts out. */
    public int output() {
        return outputs.get(0);
    }

    /** The number of the weight in one of the places of {@link #weights}, or {@link #COMPUTED}. */
    public int weightNumber(int place) {
        if (weights instanceof ConsecutiveUses<?> own) {
            return own.number(place);
        }
        return weights.get(place).operand() instanceof Operand.OfWeight weight ? weight.number() : COMPUTED;
    }

    /** The numbers of the values that it takes, each as often as it does: those it works on, then weights that are computed. */
    public List<Integer> values() {
        if (inputs.size() == 1 && hasOwnWeights() && inputs.get(0) instanceof Operand.OfValue only) {
            return List.of(only.number());
        }
        List<Integer> values = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i) instanceof Operand.OfValue value) {
                values.add(value.number());
            }
        }
        for (int i = 0; i < weights.size() && !hasOwnWeights(); i++) {
            if (weights.get(i).operand() instanceof Operand.OfValue value) {
                values.add(value.number());
            }
        }
        return values;
    }

    /** Whether it is plain that none of its weights is computed. */
    private boolean hasOwnWeights() {
        return weights instanceof ConsecutiveUses || weights.isEmpty();
    }

    /** The numbers of the weights that it takes, each as often as it does: those it works on, then those of its operator. */
    public List<Integer> weightNumbers() {
        List<Integer> numbers = new ArrayList<>(weights.size());
        for (Operand input : inputs) {
            if (input instanceof Operand.OfWeight weight) {
                numbers.add(weight.number());
            }
        }
        for (WeightUse use : weights) {
            if (use.operand() instanceof Operand.OfWeight weight) {
                numbers.add(weight.number());
            }
        }
        return numbers;
    }
}
