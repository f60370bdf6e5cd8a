package io.archmeter.graph;

import java.util.Objects;

/**
 * A tensor that is there before the network runs. It is known by its number in the graph; several nodes may take it.
 *
 * @param module the path of the module that it belongs to; empty where it belongs to none
 * @param name within that module, as PyTorch names it: {@code weight}, {@code running_mean}; empty where it is a layer of its own
 * @param type of its elements
 * @param below what its whole numbers are less than, none of which is negative
 * @since 0.1.0
 */
public record Weight(String module, String name, Shape shape, DType type, Kind kind, long below) {
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
        if (module.isBlank() && name.isBlank()) {
            throw new IllegalArgumentException("a weight needs a name");
        }
        if (below < 1) {
            throw new IllegalArgumentException("no whole number from 0 on is less than " + below);
        }
    }

    /** One whose whole numbers, if it has any, count from 0. */
    public Weight(String module, String name, Shape shape, DType type, Kind kind) {
        this(module, name, shape, type, kind, 1);
    }

    /** The same with its elements in another type. */
    Weight in(DType other) {
        return new Weight(module, name, shape, other, kind, below);
    }

    /** As in PyTorch's {@code state_dict}: {@code layer1.0.conv1.weight}, {@code encoder.pos_embedding}. */
    public String fullName() {
        return module.isEmpty() || name.isEmpty() ? module + name : module + "." + name;
    }

    /** Whether it counts batches in training, as {@code num_batches_tracked} of PyTorch: inference does not read it. */
    public boolean isCounter() {
        return type == DType.INT64 && shape.rank() == 0 && kind == Kind.BUFFER;
    }

    /** Throws {@link ArithmeticException} where they do not fit a {@code long}. */
    public long bytes() {
        return type.bytes(shape.elements());
    }
}
