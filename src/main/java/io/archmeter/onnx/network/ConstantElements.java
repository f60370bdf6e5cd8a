package io.archmeter.onnx.network;

import io.archmeter.onnx.file.Elements;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.model.Constant;
import java.util.List;
import java.util.Optional;

/** The elements of constants, in float32: whole numbers up to 2^24 are exact. */
final class ConstantElements {
    private ConstantElements() {}

    /** Empty where they are not there, or are no numbers. */
    static Optional<float[]> of(ModelFile file, Constant constant) {
        if (constant instanceof Constant.Stored stored) {
            return file.weights(stored.tensor());
        }
        if (constant instanceof Constant.Sparse sparse) {
            Optional<float[]> values = file.weights(sparse.tensor().values());
            Optional<Elements> indices = file.elements(sparse.tensor().indices());
            return values.isPresent() && indices.isPresent() && indices.get() instanceof Elements.Wholes wholes
                    ? Optional.of(
                            dense(values.get(), wholes.values(), sparse.tensor().dimensions()))
                    : Optional.empty();
        }
        if (constant instanceof Constant.Wholes wholes) {
            return Optional.of(floats(wholes.values()));
        }
        return constant instanceof Constant.Reals reals ? Optional.of(floats(reals.values())) : Optional.empty();
    }

    private static float[] floats(List<? extends Number> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }

    /** Indices are places in the whole tensor, or one for each axis ({@code SparseTensorProto}). */
    private static float[] dense(float[] values, long[] indices, List<Long> extents) {
        long elements = extents.stream().reduce(1L, Math::multiplyExact);
        float[] dense = new float[Math.toIntExact(elements)];
        int each = values.length == 0 ? 1 : indices.length / values.length;
        for (int i = 0; i < values.length; i++) {
            long place = 0;
            for (int axis = 0; axis < each; axis++) {
                place = each == 1 ? indices[i] : place * extents.get(axis) + indices[i * each + axis];
            }
            dense[(int) place] = values[i];
        }
        return dense;
    }
}
