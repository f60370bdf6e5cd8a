package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Span;

/**
 * What a network is given.
 *
 * @param name by which layers take it
 * @param shape batch in front, if it has one
 * @param batch whether it has one
 * @param unused whether it is no mistake that nobody takes it
 * @param at where it is written
 */
record InputTensor(String name, Shape shape, DType type, boolean batch, boolean unused, Span at) {}
