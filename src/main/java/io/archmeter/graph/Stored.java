package io.archmeter.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a network brings beside its structure, to run with.
 *
 * @param elements of its weights, as far as it has them
 * @param forms how layers take weights that are stored in another form
 * @param inputs the elements that inputs are to have, by their names
 * @param below by inputs whose elements are numbers of things, how many of these there are
 * @since 0.2.0
 */
public record Stored(
        Elements elements, Map<Use, Form> forms, Map<String, List<Double>> inputs, Map<String, Long> below) {
    /** Of a network that brings nothing: its weights and inputs are drawn. */
    public static final Stored NOTHING = new Stored(weight -> Optional.empty(), Map.of(), Map.of(), Map.of());

    public Stored {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        below = Collections.unmodifiableMap(new LinkedHashMap<>(below));
    }

    /** Whether the network brings nothing. */
    public boolean isNothing() {
        return this == NOTHING;
    }

    /**
     * What a layer calls one of its weights.
     *
     * @param layer the name of its node
     */
    public record Use(String layer, String role) implements Comparable<Use> {
        /** In an order, which a map can go by where a file has names of one hash. */
        @Override
        public int compareTo(Use other) {
            int layers = layer.compareTo(other.layer);
            return layers != 0 ? layers : role.compareTo(other.role);
        }
    }

    /** Where elements of weights are. */
    public interface Elements {
        /**
         * The elements of the weight with a number, the last axis fastest, as float32; empty where they are not there.
         */
        Optional<float[]> of(int weight);
    }

    /** What is there before the network runs, and how it comes about. */
    public sealed interface Form {
        /** A weight, as it is stored. */
        record OfWeight(int number) implements Form {}

        /** Elements that are known. */
        record Known(Shape shape, List<Double> elements) implements Form {
            public Known {
                elements = List.copyOf(elements);
                if (shape.elements() != elements.size()) {
                    throw new IllegalArgumentException(shape + " has other elements than " + elements.size());
                }
            }
        }

        /**
         * What an operator makes of such.
         *
         * @param output which of its outputs it is, from 0
         */
        record Made(Op op, List<Form> operands, int output) implements Form {
            public Made {
                operands = List.copyOf(operands);
            }
        }
    }
}
