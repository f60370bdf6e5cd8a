package io.archmeter.exec.kernel;

import io.archmeter.GoldenRow;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kernel run on the elements of a golden row, without a network around it. */
final class KernelRun implements Call {
    private static final List<String> INPUTS = List.of("x", "y", "z");

    private final Op op;
    private final Map<String, float[]> given = new HashMap<>();
    private final List<Tensor> inputs = new ArrayList<>();
    private final float[] arena;
    private final Workers workers;
    private final int place;
    private Optional<Tensor> output = Optional.empty();

    /**
     * @param inPlaceOf the input where the output shall lie; empty: in a place of its own
     */
    KernelRun(GoldenRow row, Optional<Integer> inPlaceOf, int threads) {
        Layer layer = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs"));
        op = layer.op();
        workers = new Workers(threads);
        for (String tensor : row.cell("given").split(";")) {
            String[] pair = tensor.strip().split("=");
            given.put(pair[0], Elements.of(pair[1]).floats());
        }
        List<Shape> shapes = layer.inputs().shapes();
        long all = shapes.stream().mapToLong(Shape::elements).sum();
        arena = new float
                [Math.toIntExact(2 * shapes.size() + 1 + all + layer.output().elements())];
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

    /** Runs it; all weights that the row gives have to be drawn. */
    Tensor run() {
        Kernel<Op> kernel = Kernels.of(op).orElseThrow(() -> new AssertionError(op.kind() + " has no kernel"));
        Pass pass = kernel.prepare(op, inputs.stream().map(Tensor::shape).toList(), this::draw);
        if (!given.isEmpty()) {
            throw new AssertionError("nobody has drawn " + given.keySet());
        }
        pass.run(this);
        return output.orElseThrow();
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
    public Tensor output(Shape shape) {
        if (inputs.stream().anyMatch(input -> input.offset() == place)) {
            throw new AssertionError(op.kind() + " wants memory of its own");
        }
        return outputInPlace(shape);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        output = Optional.of(new Tensor(arena, place, shape));
        return output.orElseThrow();
    }

    @Override
    public Tensor view(Shape shape) {
        Tensor to = outputInPlace(shape);
        System.arraycopy(arena, input().offset(), arena, to.offset(), to.elements());
        return to;
    }

    @Override
    public void count(long executedMultiplyAdds, long paddedTaps) {}

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
