package io.archmeter.spec;

import io.archmeter.graph.DType;
import io.archmeter.problem.Span;

/**
 * What a network is given, as it is written.
 *
 * @param at where it is written
 * @param name by which layers take it
 * @param type of its elements; {@code float32} stands for the network's floating-point numbers, whatever they are stored as
 */
public record NamedInput(Span at, String name, SampleInput sample, DType type) {}
