package io.archmeter.exec;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.weights.WeightSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In the place of a layer that nothing here computes: puts out numbers of the declared shapes, so that the layers after it have
 * something to work on. It proves nothing.
 */
record StandIn(String layer, List<Shape> outputs, WeightSource numbers) implements Pass {
    static StandIn of(Node node, Graph graph, WeightSource numbers) {
        List<Shape> declared = node.outputs().stream()
                .map(number -> graph.values().get(number).shape())
                .toList();
        return new StandIn(node.name(), declared, numbers);
    }

    @Override
    public void run(KernelCall call) {
        for (int slot = 0; slot < outputs.size(); slot++) {
            Shape shape = outputs.get(slot);
            Tensor output = slot == 0 ? call.outputInPlace(shape) : call.output(slot, shape);
            if (call.inputs() == 0) {
                fill(slot, output);
            } else if (slot == 0 && call.input().sameElementsAs(output)) {
                // Where it is planned to be its input, others may read that.
                call.view(shape);
            } else if (output.overlaps(call.input())) {
                part(slot, call);
            } else if (!liesOnAnInput(output, call)) {
                fill(slot, output);
            }
        }
    }

    private void fill(int slot, Tensor output) {
        float[] elements = numbers.draw(layer, "output " + slot, output.elements());
        System.arraycopy(elements, 0, output.data(), output.offset(), elements.length);
    }

    /** Where it is planned to be a part of its input, that is left as it is. */
    private void part(int slot, KernelCall call) {
        Shape shape = outputs.get(slot);
        int axis = 0;
        while (axis < shape.rank() - 1 && shape.extent(axis) == call.input().extent(axis)) {
            axis++;
        }
        long begin = 0;
        for (int before = 0; before < slot; before++) {
            begin += outputs.get(before).extent(axis);
        }
        call.part(slot, axis, Math.toIntExact(begin), Math.toIntExact(shape.extent(axis)));
    }

    private static boolean liesOnAnInput(Tensor output, KernelCall call) {
        return IntStream.range(0, call.inputs()).anyMatch(i -> call.input(i).sameElementsAs(output));
    }
}
