package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.List;

/**
 * Layers under a name, with params; used like an operator.
 *
 * @param own whether it is written in the model's own file, and so sees the model's params
 * @param params the first of them is the usual argument
 */
record Block(Span at, String name, boolean own, List<Param> params, Layer.Sequence layers) {}
