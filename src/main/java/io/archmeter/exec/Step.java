package io.archmeter.exec;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Reuse;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The run of one layer, seen from its kernel, and what it counted. */
final class Step implements KernelCall {
    private final int node;
    private final List<Tensor> inputs;
    private final float[] arena;
    private final MemoryPlan.Placement place;
    private final Workspace memory;
    private final Workers workers;
    private final LongAdder executed = new LongAdder();
    private final LongAdder padded = new LongAdder();
    private final LongAdder multiplications = new LongAdder();
    private Optional<Tensor> output = Optional.empty();
    private Reuse reuse = Reuse.NONE;
    private boolean putsOutInfinity;
    private final Map<String, Shape> tensors = new HashMap<>();
    private long weights;
    private long workspace;

    Step(int node, List<Tensor> inputs, float[] arena, MemoryPlan.Placement place, Workspace memory, Workers workers) {
        this.node = node;
        this.inputs = inputs;
        this.arena = arena;
        this.place = place;
        this.memory = memory;
        this.workers = workers;
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
    public Tensor output(Shape shape) {
        return output(shape, Reuse.NONE);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        return output(shape, Reuse.IN_PLACE);
    }

    /** The plan decides where the view lies: where that is not on the input, its elements are moved. */
    @Override
    public Tensor view(Shape shape) {
        Tensor from = input();
        Tensor to = output(shape, Reuse.VIEW);
        if (!from.sameElementsAs(to)) {
            System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.elements());
        }
        return to;
    }

    private Tensor output(Shape shape, Reuse reuse) {
        this.reuse = reuse;
        if (shape.elements() * Float.BYTES != place.bytes()) {
            throw new UnexpectedShape(observation(shape, List.of(), 0));
        }
        Tensor tensor = new Tensor(arena, Math.toIntExact(place.offset() / Float.BYTES), shape);
        output = Optional.of(tensor);
        return tensor;
    }

    @Override
    public void count(long executedMultiplyAdds, long paddedTaps, long done) {
        executed.add(executedMultiplyAdds);
        padded.add(paddedTaps);
        multiplications.add(done);
    }

    @Override
    public void putsOutInfinity() {
        putsOutInfinity = true;
    }

    @Override
    public float[] workspace(int elements) {
        workspace += elements;
        return memory.lend(elements);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    void drawn(String tensor, Shape shape, long elements) {
        tensors.put(tensor, shape);
        weights += elements;
    }

    Tensor output() {
        return output.orElseThrow(() -> new IllegalStateException("the kernel of node " + node + " put out nothing"));
    }

    /** Whether −∞ belongs to the output. */
    boolean hasInfinity() {
        return putsOutInfinity;
    }

    Reuse reuse() {
        return reuse;
    }

    Observation observation(List<Integer> overwritten, long heldElements) {
        return observation(output().shape(), overwritten, heldElements);
    }

    private Observation observation(Shape shape, List<Integer> overwritten, long heldElements) {
        return new Observation(
                node,
                shape,
                reuse,
                overwritten,
                tensors,
                weights,
                executed.sum(),
                padded.sum(),
                multiplications.sum(),
                shape.elements() * Float.BYTES,
                heldElements * Float.BYTES,
                workspace * Float.BYTES);
    }
}
