package io.archmeter.training;

import io.archmeter.op.Storage;
import io.archmeter.op.Strides;
import io.archmeter.op.TapeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How views lie in memory. A tensor with memory of its own is taken to be dense: PyTorch's elementwise operations keep the order of a
 * permuted operand instead.
 */
final class Layouts {
    private final Map<Integer, Strides> ofViews = new HashMap<>();

    /**
     * The operation that puts out the next tensor as PyTorch runs it: what would be a view is copied where no strides lead through
     * the elements. Where an extent is not known, it is a view.
     *
     * @param tensors all that there are before it
     */
    TapeEntry add(TapeEntry entry, List<Integer> operands, List<Program.Tensor> tensors) {
        if (entry.storage() != Storage.VIEW || entry.output().unknown().isPresent()) {
            return entry;
        }
        Optional<Strides> shown = of(operands.get(0), tensors);
        if (shown.isEmpty()) {
            return entry;
        }
        Optional<Strides> view = entry.view().of(shown.get(), entry.output());
        view.ifPresent(strides -> ofViews.put(tensors.size(), strides));
        return view.isPresent() ? entry : entry.copied();
    }

    private Optional<Strides> of(int tensor, List<Program.Tensor> tensors) {
        Strides ofView = ofViews.get(tensor);
        return ofView != null
                ? Optional.of(ofView)
                : Strides.dense(tensors.get(tensor).shape());
    }
}
