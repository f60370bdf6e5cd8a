package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Einsum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes two tensors at a time, from the left, and keeps the letters that are in the output or in an input that is still to come. */
final class EinsumKernel implements Kernel<Einsum> {
    @Override
    public Pass prepare(Einsum op, List<Shape> inputs, Weights weights) {
        return call -> {
            Map<Character, Integer> extents = new HashMap<>();
            for (int input = 0; input < call.inputs(); input++) {
                String letters = op.inputs().get(input);
                for (int axis = 0; axis < letters.length(); axis++) {
                    extents.put(letters.charAt(axis), call.input(input).extent(axis));
                }
            }
            LetteredTensor sofar = LetteredTensor.of(call.input(0), op.inputs().get(0), extents);
            for (int input = 1; input < call.inputs(); input++) {
                LetteredTensor next =
                        LetteredTensor.of(call.input(input), op.inputs().get(input), extents);
                StringBuilder needed = new StringBuilder(op.output());
                op.inputs().subList(input + 1, call.inputs()).forEach(needed::append);
                sofar = product(sofar, next, needed.toString(), call);
            }
            long[] shape = op.output()
                    .chars()
                    .mapToLong(letter -> extents.get((char) letter))
                    .toArray();
            Tensor y = call.output(Shape.of(shape));
            sofar.sum(y.data(), y.offset(), op.output());
        };
    }

    private static LetteredTensor product(LetteredTensor a, LetteredTensor b, String needed, KernelCall call) {
        LetteredTensor left = reduced(a, needed + b.letters(), call);
        LetteredTensor right = reduced(b, needed + a.letters(), call);
        StringBuilder kept = new StringBuilder();
        StringBuilder gone = new StringBuilder();
        for (char letter : new TreeSet<>(characters(left.letters() + right.letters()))) {
            (needed.indexOf(letter) >= 0 ? kept : gone).append(letter);
        }
        int elements = left.count(kept.toString());
        float[] y = call.workspace(elements);
        long done = left.multiply(right, kept.toString(), gone.toString(), y, call.workers());
        call.count(gone.length() == 0 ? 0 : done, 0);
        return left.dense(y, kept.toString());
    }

    /** Summed along what nobody needs. */
    private static LetteredTensor reduced(LetteredTensor x, String needed, KernelCall call) {
        StringBuilder kept = new StringBuilder();
        for (char letter : x.letters().toCharArray()) {
            kept.append(needed.indexOf(letter) >= 0 ? String.valueOf(letter) : "");
        }
        if (kept.length() == x.letters().length()) {
            return x;
        }
        float[] y = call.workspace(x.count(kept.toString()));
        x.sum(y, 0, kept.toString());
        return x.dense(y, kept.toString());
    }

    private static List<Character> characters(String letters) {
        return letters.chars().mapToObj(letter -> (char) letter).toList();
    }
}
