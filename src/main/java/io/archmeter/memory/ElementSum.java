package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Origins;
import io.archmeter.graph.DType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Elements of several tensors together, by their types; types of which there is no element are not among them.
 *
 * @param origins where tensors come from of which nobody knows how many elements they have
 * @since 0.2.0
 */
public record ElementSum(Map<DType, Long> byType, List<String> origins) {
    static final ElementSum NONE = new ElementSum(Map.of(), List.of());

    public ElementSum {
        Map<DType, Long> copy = new EnumMap<>(DType.class);
        copy.putAll(byType);
        byType = Collections.unmodifiableMap(copy);
        origins = Origins.copyOf(origins);
        if (byType.values().stream().anyMatch(elements -> elements < 1)) {
            throw new IllegalArgumentException("no such elements: " + byType);
        }
    }

    /** With those of another tensor; throws {@link ArithmeticException} where a {@code long} does not hold them. */
    ElementSum plus(DType type, Amount elements) {
        Map<DType, Long> sums = new EnumMap<>(DType.class);
        sums.putAll(byType);
        if (elements.atLeast() > 0) {
            sums.merge(type, elements.atLeast(), Math::addExact);
        }
        return new ElementSum(sums, Amount.together(origins, elements.origins()));
    }

    /** So many times as many, at least once; throws {@link ArithmeticException} where a {@code long} does not hold them. */
    public ElementSum times(long factor) {
        Map<DType, Long> products = new EnumMap<>(DType.class);
        byType.forEach((type, elements) -> products.put(type, Math.multiplyExact(elements, factor)));
        return new ElementSum(products, origins);
    }

    /** Bytes of all of them, each in its type; throws {@link ArithmeticException} where a {@code long} does not hold them. */
    public Amount bytes() {
        Amount bytes = new Amount(0, origins);
        for (Map.Entry<DType, Long> elements : byType.entrySet()) {
            DType type = elements.getKey();
            bytes = bytes.plus(Amount.of(() -> type.bytes(elements.getValue())).from(type.toString()));
        }
        return bytes;
    }

    /** How many they are; empty where some are of another type than this one. */
    public Optional<Amount> of(DType type) {
        boolean others = byType.keySet().stream().anyMatch(other -> other != type);
        return others ? Optional.empty() : Optional.of(new Amount(byType.getOrDefault(type, 0L), origins));
    }
}
