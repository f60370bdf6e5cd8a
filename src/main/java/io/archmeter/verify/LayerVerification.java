package io.archmeter.verify;

import io.archmeter.graph.Shape;
import io.archmeter.op.Storage;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One layer, or several that ran as one: what the rule says, beside what the kernel did.
 *
 * @param layer its path, e.g. {@code layer1.0.conv1}; of several as in {@code layer1.0.conv1 + bn1 + relu}
 * @param layers the paths of those that it is: itself, or several
 * @param operator what it does, e.g. {@code conv}
 * @param place where it is written
 * @param computed whether a kernel computes it; beside what is declared of another layer stands nothing, but what the arena holds while
 *     numbers are put in its place
 * @param output the shape that it puts out; the shape for which the kernel asked
 * @param others the shapes of its other outputs; those for which the kernel asked
 * @param storage where its output may lie; where the kernel lets it lie
 * @param overwritten the tensors that its output destroys although they are needed, which must be none
 * @param tensors its weights, parameters and buffers, by their names; those that were drawn
 * @param weights elements of these
 * @param drawnWeights how many of those that it took were drawn; empty where it did not run
 * @param foreseen how many multiply-adds were predicted; several where its data decide which of them
 * @param multiplyAdds those of its sums of products, taps on padding included; those executed and the taps on padding
 * @param effectiveMultiplyAdds those whose tap falls on the input; those executed
 * @param multiplications how many were done for these; fewer only by an algorithm that is not the definition's; empty where it
 *     did not run
 * @param outputBytes bytes of its output; bytes of the region that was filled
 * @param heldBytes bytes that are held while it runs; bytes of the arena that belonged to tensors still needed
 * @since 0.2.0
 */
public record LayerVerification(
        String layer,
        List<String> layers,
        String operator,
        Span place,
        boolean computed,
        Comparison<Shape> output,
        Comparison<List<Shape>> others,
        Comparison<Storage> storage,
        Comparison<List<String>> overwritten,
        Comparison<Map<String, Shape>> tensors,
        Comparison<Long> weights,
        Optional<Long> drawnWeights,
        List<Long> foreseen,
        Comparison<Long> multiplyAdds,
        Comparison<Long> effectiveMultiplyAdds,
        Optional<Long> multiplications,
        Comparison<Long> outputBytes,
        Comparison<Long> heldBytes) {

    public LayerVerification {
        layers = List.copyOf(layers);
        foreseen = List.copyOf(foreseen);
    }

    /** Whether its data decide how much it computes. */
    public boolean decided() {
        return foreseen.size() > 1;
    }

    /** Whether it ran, and exactly what was predicted was observed; of a layer that nothing computes, that it left others alone. */
    public boolean equal() {
        return computed ? comparisons().stream().allMatch(Comparison::equal) : overwritten.equal() && heldBytes.equal();
    }

    /** Whether something else was observed than predicted. */
    public boolean differs() {
        return comparisons().stream().anyMatch(Comparison::differs);
    }

    /** What differs. */
    public List<Comparison<?>> differences() {
        return Comparison.differing(comparisons());
    }

    /** The taps that fell on padding; empty where it did not run. */
    public Optional<Long> paddedTaps() {
        return multiplyAdds
                .observed()
                .map(all -> all - effectiveMultiplyAdds.observed().orElseThrow());
    }

    private List<Comparison<?>> comparisons() {
        return List.of(
                output,
                others,
                storage,
                overwritten,
                tensors,
                weights,
                multiplyAdds,
                effectiveMultiplyAdds,
                outputBytes,
                heldBytes);
    }
}
