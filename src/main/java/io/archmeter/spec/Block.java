package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.List;

/**
 * Layers under a name, with params; used like an operator.
 *
 * @param own whether it is written in the model's own file, and so sees the model's params
 * @param sound whether nothing was found wrong in how it is written, so that its params can be held against its uses
 * @param params the first of them is the usual argument
 */
record Block(Span at, String name, boolean own, boolean sound, List<Param> params, Layer.Sequence layers) {}
