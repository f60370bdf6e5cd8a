package io.archmeter.exec.tensor;

import io.archmeter.graph.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run of an operator whose outputs have arrays of their own: before the network runs, or within another operator. */
public final class Alone implements KernelCall {
    private final List<Tensor> inputs;
    private final Workers workers;
    private final Optional<KernelCall> around;
    private final Map<Integer, Tensor> outputs = new HashMap<>();

    private Alone(List<Tensor> inputs, Workers workers, Optional<KernelCall> around) {
        this.inputs = List.copyOf(inputs);
        this.workers = workers;
        this.around = around;
    }

    /** What it computes is not counted: whatever runs a network computes its constants once, before it runs. */
    public static Alone before(List<Tensor> inputs, Workers workers) {
        return new Alone(inputs, workers, Optional.empty());
    }

    /** What it computes is counted to another operator. */
    public static Alone within(KernelCall around, List<Tensor> inputs) {
        return new Alone(inputs, around.workers(), Optional.of(around));
    }

    /** What it has put out in a place. */
    public Tensor output(int slot) {
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
        return put(slot, new float[Math.toIntExact(shape.elements())], 0, shape);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        return output(0, shape);
    }

    @Override
    public Tensor view(Shape shape) {
        return put(0, input().data(), input().offset(), shape);
    }

    @Override
    public Tensor weight(float[] elements, Shape shape) {
        return put(0, elements, 0, shape);
    }

    @Override
    public Tensor part(int slot, int axis, int begin, int extent) {
        throw new UnsupportedOperationException("what runs alone is no part of another");
    }

    private Tensor put(int slot, float[] elements, int offset, Shape shape) {
        Tensor output = new Tensor(elements, offset, shape);
        outputs.put(slot, output);
        return output;
    }

    @Override
    public void count(long executedMultiplyAdds, long paddedTaps, long multiplications) {
        around.ifPresent(call -> call.count(executedMultiplyAdds, paddedTaps, multiplications));
    }

    @Override
    public void begins() {
        around.ifPresent(KernelCall::begins);
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
