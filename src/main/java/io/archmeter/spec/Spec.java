package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A spec as it is written: checked for what it says, not expanded yet. */
record Spec(
        Span at,
        String name,
        Optional<String> title,
        Optional<Written> input,
        List<Param> params,
        Map<String, Variant> variants,
        Map<String, Block> blocks,
        Optional<Layer.Sequence> layers,
        List<Layer> heads) {}
