package io.archmeter.verify;

import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import java.util.List;

/**
 * What a network costs by its rules, beside what a real forward pass of it cost.
 *
 * @param model its name
 * @param title one line about it, may be empty
 * @param inputs the shapes of what it was given, batch in front
 * @param otherTypes inputs that are not stored as float32, and outputs of layers that bring another type into the network; here they were,
 *     with all that comes from them, and bytes are those of float32
 * @param seed what weights and input were drawn from
 * @param fast whether algorithms were taken that multiply less often than the definitions say, and layers ran as one where they can
 * @param weights which weights were those of a file, and which were drawn
 * @param layers in the order of execution
 * @param totals of the layers that are computed
 * @since 0.2.0
 */
public record Verification(
        String model,
        String title,
        List<Shape> inputs,
        List<Value> otherTypes,
        long seed,
        boolean fast,
        WeightOrigins weights,
        List<LayerVerification> layers,
        Totals totals) {

    public Verification {
        inputs = List.copyOf(inputs);
        otherTypes = List.copyOf(otherTypes);
        layers = List.copyOf(layers);
    }

    /** Whether all that was predicted of layers that are computed was observed, of each and in total. */
    public boolean equal() {
        return totals.equal() && layers.stream().allMatch(LayerVerification::equal);
    }

    /** The layers that nothing computes: what is declared of them is not proved. */
    public List<LayerVerification> declared() {
        return layers.stream().filter(layer -> !layer.computed()).toList();
    }

    /** The layers of which something else was observed than predicted. */
    public List<LayerVerification> differing() {
        return layers.stream().filter(LayerVerification::differs).toList();
    }
}
