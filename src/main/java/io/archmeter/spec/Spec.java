package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A spec as it is written: checked for what it says, not expanded yet.
 *
 * @param lacksInput whether it has no input, nor anything that could be meant by it
 * @param lacksLayers whether it has no layers, nor anything that could be meant by them
 */
public record Spec(
        Span at,
        String name,
        Optional<String> title,
        Optional<SampleInput> input,
        List<Param> params,
        Map<String, Variant> variants,
        Map<String, Block> blocks,
        Optional<Layer.Sequence> layers,
        List<Layer> heads,
        boolean lacksInput,
        boolean lacksLayers) {}
