package io.archmeter.sweep;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A network of a space.
 *
 * @param index its number in the space
 * @param settings the values of the params that vary, in the order of the axes
 * @param input the shape of a sample; empty: that of the spec
 */
public record Point(BigInteger index, Map<String, PlainValue> settings, Optional<Shape> input, long batch, DType type) {
    public Point {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
