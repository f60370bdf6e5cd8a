package io.archmeter.convention.reconcile;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Shape;

/**
 * A network of which a figure may be printed: a variant, with an input and a batch, with its heads or without.
 *
 * @param model its name
 * @param input the shape of what it is given, the batch in front
 * @param heads whether the layers count that exist in training only
 */
public record Setup(String model, Shape input, boolean heads, NetworkFacts network) {}
