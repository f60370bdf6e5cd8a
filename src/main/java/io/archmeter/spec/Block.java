package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.Optional;

/**
 * Layers under a name, with params; used like an operator.
 *
 * @param imported the file from which it comes; empty for one of the model's own file, which sees all of the model's params
 * @param sound whether nothing was found wrong in how it is written, so that its params can be compared with its uses
 * @param params the first of them is the usual argument
 */
public record Block(
        Span at, String name, Optional<Import> imported, boolean sound, List<Param> params, Layer.Sequence layers) {}
