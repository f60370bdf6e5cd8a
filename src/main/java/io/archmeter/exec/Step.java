package io.archmeter.exec;

import io.archmeter.exec.tensor.Endless;
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
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The run of one layer, seen from its kernel, and what it counted. */
final class Step implements KernelCall {
    /** A loop whose condition never fails would run for ever. */
    private static final long MOST_WITHIN = 1_000_000;

    private final int node;
    private final List<Tensor> inputs;
    private final float[] arena;
    private final List<Optional<MemoryPlan.Placement>> places;
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
    private final List<TakenWeight> taken = new ArrayList<>();
    private long workspace;
    private long within;

    /** @param places of its outputs; none where they lie in weights */
    Step(
            int node,
            List<Tensor> inputs,
            float[] arena,
            List<Optional<MemoryPlan.Placement>> places,
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
        if (liesInWeights(0)) {
            return put(0, new Tensor(from.data(), from.offset(), shape), Reuse.VIEW);
        }
        Tensor to = output(0, shape, Reuse.VIEW);
        if (!from.sameElementsAs(to)) {
            System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.elements());
        }
        return to;
    }

    @Override
    public Tensor weight(float[] elements, Shape shape) {
        return put(0, new Tensor(elements, 0, shape), Reuse.WEIGHT);
    }

    /** As with a view, the plan decides where the part lies. */
    @Override
    public Tensor part(int slot, int axis, int begin, int extent) {
        Tensor from = input();
        Shape shape = from.shape().with(axis, extent);
        int rows = 1;
        for (int before = 0; before < axis; before++) {
            rows *= from.extent(before);
        }
        int row = from.elements() / rows;
        int first = from.offset() + begin * (row / from.extent(axis));
        if (liesInWeights(slot)) {
            return put(slot, new Tensor(from.data(), first, shape), Reuse.PARTS);
        }
        Tensor to = output(slot, shape, Reuse.PARTS);
        int length = to.elements() / rows;
        moved[slot] = rows > 1 && length < row || to.offset() != first || to.data() != from.data();
        if (moved[slot]) {
            workers.forEach(
                    rows,
                    number -> System.arraycopy(
                            from.data(), first + number * row, to.data(), to.offset() + number * length, length));
        }
        return to;
    }

    private boolean liesInWeights(int slot) {
        return slot < places.size() && places.get(slot).isEmpty();
    }

    private Tensor output(int slot, Shape shape, Reuse how) {
        if (slot >= places.size()) {
            throw new UnexpectedShape(observation(shapes(slot, shape), List.of(), 0));
        }
        reuse = slot == 0 ? how : reuse;
        Optional<MemoryPlan.Placement> place = places.get(slot);
        if (place.isEmpty() || shape.elements() * Float.BYTES != place.get().bytes()) {
            throw new UnexpectedShape(observation(shapes(slot, shape), List.of(), 0));
        }
        return put(slot, new Tensor(arena, Math.toIntExact(place.get().offset() / Float.BYTES), shape), how);
    }

    private Tensor put(int slot, Tensor output, Reuse how) {
        reuse = slot == 0 ? how : reuse;
        outputs[slot] = output;
        return output;
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
    public void begins() {
        within++;
        if (within > MOST_WITHIN) {
            throw new Endless(MOST_WITHIN);
        }
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

    /** A weight that no layer before it has taken. */
    void tookFirst(TakenWeight weight) {
        taken.add(weight);
    }

    /** A weight by the name that its kernel has for it. */
    void took(String tensor, Shape shape) {
        tensors.put(tensor, shape);
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

    /** What lies in a weight is no memory beside it. */
    private Observation observation(List<Shape> shapes, List<Integer> overwritten, long heldElements) {
        long elements = reuse == Reuse.WEIGHT
                ? 0
                : shapes.stream().mapToLong(Shape::elements).sum();
        return new Observation(
                node,
                shapes,
                reuse,
                overwritten,
                tensors,
                taken,
                executed.sum(),
                padded.sum(),
                multiplications.sum(),
                elements * Float.BYTES,
                heldElements * Float.BYTES,
                workspace * Float.BYTES);
    }
}
