package io.archmeter.exec;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Reuse;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The run of one layer, seen from its kernel, and what it counted. */
final class Step implements KernelCall {
    private final int node;
    private final List<Tensor> inputs;
    private final float[] arena;
    private final List<MemoryPlan.Placement> places;
    private final Workspace memory;
    private final Workers workers;
    private final LongAdder executed = new LongAdder();
    private final LongAdder padded = new LongAdder();
    private final LongAdder multiplications = new LongAdder();
    private final Tensor[] outputs;
    private final boolean[] moved;
    private Reuse reuse = Reuse.NONE;
    private boolean putsOutInfinity;
    private final Map<String, Shape> tensors = new HashMap<>();
    private long weights;
    private long workspace;

    /** @param places of its outputs */
    Step(
            int node,
            List<Tensor> inputs,
            float[] arena,
            List<MemoryPlan.Placement> places,
            Workspace memory,
            Workers workers) {
        this.node = node;
        this.inputs = inputs;
        this.arena = arena;
        this.places = places;
        this.outputs = new Tensor[places.size()];
        this.moved = new boolean[places.size()];
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
    public Tensor output(int slot, Shape shape) {
        return output(slot, shape, Reuse.NONE);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        return output(0, shape, Reuse.IN_PLACE);
    }

    /** The plan decides where the view lies: where that is not on the input, its elements are moved. */
    @Override
    public Tensor view(Shape shape) {
        Tensor from = input();
        Tensor to = output(0, shape, Reuse.VIEW);
        if (!from.sameElementsAs(to)) {
            System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.elements());
        }
        return to;
    }

    /** As with a view, the plan decides where the part lies. */
    @Override
    public Tensor part(int slot, int axis, int begin, int extent) {
        Tensor from = input();
        Tensor to = output(slot, from.shape().with(axis, extent), Reuse.PARTS);
        int rows = 1;
        for (int before = 0; before < axis; before++) {
            rows *= from.extent(before);
        }
        int row = from.elements() / rows;
        int length = to.elements() / rows;
        int first = from.offset() + begin * (row / from.extent(axis));
        moved[slot] = rows > 1 && length < row || to.offset() != first || to.data() != from.data();
        if (moved[slot]) {
            workers.forEach(
                    rows,
                    number -> System.arraycopy(
                            from.data(), first + number * row, to.data(), to.offset() + number * length, length));
        }
        return to;
    }

    private Tensor output(int slot, Shape shape, Reuse how) {
        if (slot >= places.size()) {
            throw new UnexpectedShape(observation(shapes(slot, shape), List.of(), 0));
        }
        MemoryPlan.Placement place = places.get(slot);
        reuse = slot == 0 ? how : reuse;
        if (shape.elements() * Float.BYTES != place.bytes()) {
            throw new UnexpectedShape(observation(shapes(slot, shape), List.of(), 0));
        }
        outputs[slot] = new Tensor(arena, Math.toIntExact(place.offset() / Float.BYTES), shape);
        return outputs[slot];
    }

    /** What was put out so far, and what is put out now. */
    private List<Shape> shapes(int slot, Shape shape) {
        List<Shape> shapes = new ArrayList<>();
        for (int before = 0; before < slot; before++) {
            shapes.add(outputs[before].shape());
        }
        shapes.add(shape);
        return shapes;
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

    /** A weight that it works on as on an input. */
    void tookWeight(long elements) {
        weights += elements;
    }

    /** @param elements that no layer before it has drawn */
    void drawn(String tensor, Shape shape, long elements) {
        tensors.put(tensor, shape);
        weights += elements;
    }

    /** What the kernel has put out, in the order of its slots. */
    List<Tensor> outputs() {
        for (Tensor output : outputs) {
            if (output == null) {
                throw new IllegalStateException("the kernel of node " + node + " lacks an output");
            }
        }
        return List.of(outputs);
    }

    /** Whether −∞ belongs to the output. */
    boolean hasInfinity() {
        return putsOutInfinity;
    }

    /** How an output lies to the inputs: but for parts, those after the first have memory of their own. */
    Reuse reuse(int slot) {
        if (reuse == Reuse.PARTS) {
            return moved[slot] ? Reuse.NONE : Reuse.PARTS;
        }
        return slot == 0 ? reuse : Reuse.NONE;
    }

    Observation observation(List<Integer> overwritten, long heldElements) {
        List<Shape> shapes = outputs().stream().map(Tensor::shape).toList();
        return observation(shapes, overwritten, heldElements);
    }

    private Observation observation(List<Shape> shapes, List<Integer> overwritten, long heldElements) {
        long elements = shapes.stream().mapToLong(Shape::elements).sum();
        return new Observation(
                node,
                shapes,
                reuse,
                overwritten,
                tensors,
                weights,
                executed.sum(),
                padded.sum(),
                multiplications.sum(),
                elements * Float.BYTES,
                heldElements * Float.BYTES,
                workspace * Float.BYTES);
    }
}
