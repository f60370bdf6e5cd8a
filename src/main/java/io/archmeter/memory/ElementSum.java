package io.archmeter.memory;

import io.archmeter.graph.DType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** Elements of several tensors together, by their types; types of which there is no element are not among them. */
public record ElementSum(Map<DType, Long> byType) {
    public ElementSum {
        Map<DType, Long> copy = new EnumMap<>(DType.class);
        copy.putAll(byType);
        byType = Collections.unmodifiableMap(copy);
        if (byType.values().stream().anyMatch(elements -> elements < 1)) {
            throw new IllegalArgumentException("no such elements: " + byType);
        }
    }

    /** So many times as many, at least once; throws {@link ArithmeticException} where a {@code long} does not hold them. */
    public ElementSum times(long factor) {
        Map<DType, Long> products = new EnumMap<>(DType.class);
        byType.forEach((type, elements) -> products.put(type, Math.multiplyExact(elements, factor)));
        return new ElementSum(products);
    }

    /** Bytes of all of them, each in its type; throws {@link ArithmeticException} where a {@code long} does not hold them. */
    public long bytes() {
        long bytes = 0;
        for (Map.Entry<DType, Long> elements : byType.entrySet()) {
            bytes = Math.addExact(bytes, elements.getKey().bytes(elements.getValue()));
        }
        return bytes;
    }

    /** How many they are; empty where some are of another type than this one. */
    public OptionalLong of(DType type) {
        if (byType.isEmpty()) {
            return OptionalLong.of(0);
        }
        Long elements = byType.get(type);
        return elements == null || byType.size() > 1 ? OptionalLong.empty() : OptionalLong.of(elements);
    }
}
