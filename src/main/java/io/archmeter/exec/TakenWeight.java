package io.archmeter.exec;

/**
 * A tensor of weights that a layer took, and no layer before it.
 *
 * @param name its full name
 * @param elements how many of them there were
 * @param drawn whether they were drawn, because the network does not bring them
 */
public record TakenWeight(String name, long elements, boolean drawn) {}
