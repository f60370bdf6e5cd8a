package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A spec as it is written: checked for what it says, not expanded yet.
 *
 * @param inputs what it is given, the one with which its layers begin first
 * @param outputs the layers whose outputs are those of the network, the main one first; none: it is that of the last layer
 * @param lacksInput whether it has no input, nor anything that could be meant by it
 * @param lacksLayers whether it has no layers, nor anything that could be meant by them
 */
public record Spec(
        Span at,
        String name,
        Optional<String> title,
        List<NamedInput> inputs,
        List<Param> params,
        Map<String, Variant> variants,
        Map<String, Block> blocks,
        Optional<Layer.Sequence> layers,
        List<Layer.Reference> outputs,
        List<Layer> heads,
        boolean lacksInput,
        boolean lacksLayers) {}
