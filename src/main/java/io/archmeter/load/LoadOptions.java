package io.archmeter.load;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is set from outside when a spec is loaded.
 *
 * @param batch how many samples pass at once
 * @param input the shape of one sample (C×H×W) of a network with one input, in place of the spec's own
 * @param inputs shapes of one sample by the names of inputs, in place of the spec's own
 * @param set values of the spec's params, as they would be written in it
 * @param bind sizes and shapes that an ONNX file leaves open, by the names of axes and values, as they would be written on a command line
 * @param allNodes whether nodes of an ONNX file that only make shapes are layers too
 * @param places where these are written, by their names; on the command line, if they are not there
 * @since 0.1.0
 */
public record LoadOptions(
        long batch,
        Optional<Shape> input,
        Map<String, Shape> inputs,
        Map<String, String> set,
        Map<String, String> bind,
        boolean allNodes,
        Map<String, Span> places) {
    /** As the spec says, for one sample. */
    public static final LoadOptions DEFAULT = new LoadOptions(1, Optional.empty(), Map.of());

    public LoadOptions {
        if (batch < 1) {
            throw new IllegalArgumentException("the batch must be at least 1: " + batch);
        }
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        bind = Collections.unmodifiableMap(new LinkedHashMap<>(bind));
        places = Map.copyOf(places);
    }

    /** Those of a spec. */
    public LoadOptions(
            long batch,
            Optional<Shape> input,
            Map<String, Shape> inputs,
            Map<String, String> set,
            Map<String, Span> places) {
        this(batch, input, inputs, set, Map.of(), false, places);
    }

    /** The same with what is said of an ONNX file. */
    public LoadOptions binding(Map<String, String> others, boolean all) {
        return new LoadOptions(batch, input, inputs, set, others, all, places);
    }

    /** Those of a command line, where params have no places of their own. */
    public LoadOptions(long batch, Optional<Shape> input, Map<String, String> set) {
        this(batch, input, Map.of(), set, Map.of());
    }

    /** Those of a file, in which each param that is set has a place. */
    public LoadOptions(long batch, Optional<Shape> input, Map<String, String> set, Map<String, Span> places) {
        this(batch, input, Map.of(), set, places);
    }

    /** The same with another batch. */
    public LoadOptions withBatch(long other) {
        return new LoadOptions(other, input, inputs, set, bind, allNodes, places);
    }

    /** The same with another shape of the only input's samples. */
    public LoadOptions withInput(Shape other) {
        return new LoadOptions(batch, Optional.of(other), inputs, set, bind, allNodes, places);
    }

    /** The same with another shape of the samples of one of several inputs. */
    public LoadOptions withInput(String name, Shape other) {
        return new LoadOptions(batch, input, with(inputs, name, other), set, bind, allNodes, places);
    }

    /** The same with another value of a param. */
    public LoadOptions setting(String name, String value) {
        return new LoadOptions(batch, input, inputs, with(set, name, value), bind, allNodes, places);
    }

    /** The same with another size that an ONNX file leaves open. */
    public LoadOptions binding(String name, String size) {
        return new LoadOptions(batch, input, inputs, set, with(bind, name, size), allNodes, places);
    }

    private static <T> Map<String, T> with(Map<String, T> some, String name, T other) {
        Map<String, T> all = new LinkedHashMap<>(some);
        all.put(name, other);
        return all;
    }

    /** Where a param is set. */
    public Span place(String name) {
        Span place = places.get(name);
        return place == null ? Span.of("--set " + Excerpt.of(name)) : place;
    }
}
