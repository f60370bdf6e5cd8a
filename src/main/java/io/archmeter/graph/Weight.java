package io.archmeter.graph;

import java.util.Objects;

/**
 * A tensor that is there before the network runs. It is known by its number in the graph; several nodes may take it.
 *
 * @param module the path of the module that it belongs to; empty where it belongs to none
 * @param name within that module, as PyTorch names it: {@code weight}, {@code running_mean}
 * @param type of its elements
 */
public record Weight(String module, String name, Shape shape, DType type, Kind kind) {
    /** Who changes it. */
    public enum Kind {
        /** Training does, by gradients. */
        PARAMETER,
        /** It is kept with the parameters, and has no gradient. */
        BUFFER,
        /** Nobody does, and PyTorch counts it among neither. */
        CONSTANT
    }

    public Weight {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a weight needs a name");
        }
    }

    /** As in PyTorch's {@code state_dict}: {@code layer1.0.conv1.weight}. */
    public String fullName() {
        return module.isEmpty() ? name : module + "." + name;
    }

    /** Throws {@link ArithmeticException} where they do not fit a {@code long}. */
    public long bytes() {
        return type.bytes(shape.elements());
    }
}
