package io.archmeter.sweep;

import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * What varies alone: a param, or several that vary together, the first value of one with the first of the others.
 *
 * @param params their names with where they are written
 * @param values of each of them, as many of one as of another
 */
public record Axis(List<Param> params, List<Values> values) {
    /** @param at where its values are written */
    public record Param(String name, Span at) {}

    public Axis {
        params = List.copyOf(params);
        values = List.copyOf(values);
        if (params.isEmpty() || params.size() != values.size()) {
            throw new IllegalArgumentException("no axis: " + params);
        }
        BigInteger size = values.get(0).size();
        if (!values.stream().allMatch(others -> others.size().equals(size))) {
            throw new IllegalArgumentException("they cannot vary together: " + params);
        }
    }

    /** A param that varies alone. */
    public static Axis of(String name, Span at, Values values) {
        return new Axis(List.of(new Param(name, at)), List.of(values));
    }

    /** How many values it has. */
    public BigInteger size() {
        return values.get(0).size();
    }

    /** Puts the values of a number, from 0 to below the size, under the names of the params. */
    void put(BigInteger number, Map<String, PlainValue> settings) {
        for (int i = 0; i < params.size(); i++) {
            settings.put(params.get(i).name(), values.get(i).get(number));
        }
    }
}
