package io.archmeter.spec.flat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Span;

/**
 * One sample of an input of a flat model.
 *
 * @param shape without the batch
 * @param place where it is written
 */
record FlatSample(String name, Shape shape, DType type, Span place) {}
