package io.archmeter.onnx.infer;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An axis of an input that the file leaves open.
 *
 * @param input the name of the input
 * @param axis which of its axes, from 0
 * @param name what the file calls the extent; may be empty
 * @param extent what it is for this analysis; empty where nobody says
 * @param saidBy the option that says it; empty where it is 1 because it is a batch
 */
public record OpenExtent(String input, int axis, String name, OptionalLong extent, Optional<String> saidBy) {
    /** How {@code --bind} names it for certain: {@code input.2}. */
    public String qualified() {
        return input + "." + axis;
    }

    /** How {@code --bind} names it at best: by its own name, if it has one. */
    public String bindable() {
        return name.isEmpty() ? qualified() : name;
    }
}
