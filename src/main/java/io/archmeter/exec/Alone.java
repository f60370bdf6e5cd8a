package io.archmeter.exec;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The run of an operator before the network runs: its outputs have arrays of their own, and what it computes is not counted. */
final class Alone implements KernelCall {
    private final List<Tensor> inputs;
    private final Workers workers;
    private final Map<Integer, Tensor> outputs = new HashMap<>();

    Alone(List<Tensor> inputs, Workers workers) {
        this.inputs = inputs;
        this.workers = workers;
    }

    /** What it has put out in a place. */
    Tensor output(int slot) {
        return outputs.get(slot);
    }

    @Override
    public int inputs() {
        return inputs.size();
    }

    @Override
    public Tensor input(int number) {
        return inputs.get(number);
    }

    @Override
    public Tensor output(int slot, Shape shape) {
        return put(slot, new float[Math.toIntExact(shape.elements())], shape);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        return output(0, shape);
    }

    @Override
    public Tensor view(Shape shape) {
        return put(0, input().data(), shape);
    }

    @Override
    public Tensor weight(float[] elements, Shape shape) {
        return put(0, elements, shape);
    }

    @Override
    public Tensor part(int slot, int axis, int begin, int extent) {
        throw new UnsupportedOperationException("a constant is no part of another");
    }

    private Tensor put(int slot, float[] elements, Shape shape) {
        Tensor output = new Tensor(elements, 0, shape);
        outputs.put(slot, output);
        return output;
    }

    @Override
    public void count(long executedMultiplyAdds, long paddedTaps, long multiplications) {
        // Whatever runs a network computes its constants once, before it runs.
    }

    @Override
    public float[] workspace(int elements) {
        return new float[elements];
    }

    @Override
    public Workers workers() {
        return workers;
    }
}
