package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Span;

/**
 * What a network is given.
 *
 * @param name by which layers take it
 * @param shape batch in front
 * @param at where it is written
 */
record InputTensor(String name, Shape shape, DType type, Span at) {}
