package io.archmeter.exec.kernel;

import io.archmeter.GoldenRow;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** One kernel run on given elements, without a network around it. */
public final class KernelRun implements KernelCall {
    private static final List<String> INPUTS = List.of("x", "y", "z");

    /** Helpers wait awake for more work: those of each run anew would take longer than the run. */
    private static final Map<Integer, Workers> WORKERS = new ConcurrentHashMap<>();

    private final Op op;
    private final Map<String, float[]> given = new HashMap<>();
    private final List<Tensor> inputs = new ArrayList<>();
    private final float[] arena;
    private final Workers workers;
    private final int place;
    private final LongAdder executed = new LongAdder();
    private final LongAdder padded = new LongAdder();
    private final LongAdder multiplications = new LongAdder();
    private final List<Tensor> outputs = new ArrayList<>();
    private Epilogue epilogue = Epilogue.NONE;

    /**
     * With the elements of a golden row.
     *
     * @param inPlaceOf the input where the output shall lie; empty: in a place of its own
     */
    public KernelRun(GoldenRow row, Optional<Integer> inPlaceOf, int threads) {
        this(Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs")), given(row), inPlaceOf, threads);
    }

    /**
     * @param elements of the inputs {@code x}, {@code y} and {@code z} and of all weights
     * @param inPlaceOf the input where the output shall lie; empty: in a place of its own
     */
    public KernelRun(Layer layer, Map<String, float[]> elements, Optional<Integer> inPlaceOf, int threads) {
        op = layer.op();
        workers = WORKERS.computeIfAbsent(threads, Workers::new);
        given.putAll(elements);
        List<Shape> shapes = layer.inputs().shapes();
        long all = shapes.stream().mapToLong(Shape::elements).sum();
        arena = new float
                [Math.toIntExact(2 * shapes.size()
                        + 1
                        + all
                        + layer.outputs().stream().mapToLong(Shape::elements).sum())];
        Arrays.fill(arena, Float.NaN);
        int end = 1;
        for (int i = 0; i < shapes.size(); i++) {
            Tensor input = new Tensor(arena, end, shapes.get(i));
            System.arraycopy(given.remove(INPUTS.get(i)), 0, arena, end, input.elements());
            inputs.add(input);
            end = input.end() + 2;
        }
        place = inPlaceOf.isPresent() ? inputs.get(inPlaceOf.get()).offset() : end - 1;
    }

    private static Map<String, float[]> given(GoldenRow row) {
        Map<String, float[]> given = new HashMap<>();
        for (String tensor : row.cell("given").split(";")) {
            String[] pair = tensor.strip().split("=");
            given.put(pair[0], Elements.of(pair[1]).floats());
        }
        return given;
    }

    /** The same with something to be done with each element of its output. */
    public KernelRun finishing(Epilogue asked) {
        epilogue = asked;
        return this;
    }

    /** All that has come out. */
    List<Tensor> outputs() {
        return outputs;
    }

    /** Runs the operator's own kernel; all weights that are given have to be drawn. What comes out first comes back. */
    public Tensor run() {
        return run(Kernels.of(op).orElseThrow(() -> new AssertionError(op.kind() + " has no kernel")));
    }

    /** Runs this kernel; all weights that are given have to be drawn. */
    public Tensor run(Kernel<Op> kernel) {
        Pass pass = kernel.prepare(op, inputs.stream().map(Tensor::shape).toList(), this::draw);
        if (!given.isEmpty()) {
            throw new AssertionError("nobody has drawn " + given.keySet());
        }
        pass.run(this);
        return outputs.get(0);
    }

    private float[] draw(String tensor, long... extents) {
        float[] elements = given.remove(tensor);
        if (elements == null || elements.length != Shape.of(extents).elements()) {
            throw new AssertionError("there is no " + tensor + " of " + Arrays.toString(extents));
        }
        return elements;
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
        if (inputs.stream().anyMatch(input -> input.offset() == place)) {
            throw new AssertionError(op.kind() + " wants memory of its own");
        }
        return add(slot, shape);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        return add(0, shape);
    }

    private Tensor add(int slot, Shape shape) {
        if (slot != outputs.size()) {
            throw new AssertionError("output " + slot + " comes after " + outputs.size() + " others");
        }
        outputs.add(new Tensor(arena, slot == 0 ? place : outputs.get(slot - 1).end(), shape));
        return outputs.get(slot);
    }

    /** Executed multiply-adds, padded taps, and multiplications done for them. */
    public List<Long> counts() {
        return List.of(executed.sum(), padded.sum(), multiplications.sum());
    }

    @Override
    public Tensor view(Shape shape) {
        Tensor to = outputInPlace(shape);
        System.arraycopy(arena, input().offset(), arena, to.offset(), to.elements());
        return to;
    }

    @Override
    public Tensor weight(float[] elements, Shape shape) {
        Tensor to = outputInPlace(shape);
        System.arraycopy(elements, 0, arena, to.offset(), to.elements());
        return to;
    }

    @Override
    public Tensor part(int slot, int axis, int begin, int extent) {
        Tensor from = input();
        Tensor to = add(slot, from.shape().with(axis, extent));
        int inner = 1;
        for (int after = axis + 1; after < from.rank(); after++) {
            inner *= from.extent(after);
        }
        int length = extent * inner;
        for (int element = 0; element < to.elements(); element++) {
            int row = element / length;
            int along = element % length;
            to.data()[to.offset() + element] =
                    from.data()[from.offset() + (row * from.extent(axis) + begin) * inner + along];
        }
        return to;
    }

    @Override
    public void count(long executedMultiplyAdds, long paddedTaps, long done) {
        executed.add(executedMultiplyAdds);
        padded.add(paddedTaps);
        multiplications.add(done);
    }

    @Override
    public Epilogue epilogue() {
        if (outputs.isEmpty()) {
            throw new AssertionError(op.kind() + " asks what to do with an output before it has one");
        }
        return epilogue;
    }

    @Override
    public float[] workspace(int elements) {
        float[] workspace = new float[elements];
        Arrays.fill(workspace, Float.NaN);
        return workspace;
    }

    @Override
    public Workers workers() {
        return workers;
    }
}
