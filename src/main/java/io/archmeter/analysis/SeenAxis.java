package io.archmeter.analysis;

import java.util.OptionalLong;

/**
 * What the positions of a tensor see of the network's input, along one of the input's spatial axes.
 *
 * @param size elements of the input that one position sees, padding included; where windows differ, the largest
 * @param stride steps of the input from one position to the next; empty where there is one position, or uneven ones
 * @param begin where the window of the first position begins; negative on padding
 * @param end after the last element that the last position sees
 */
public record SeenAxis(long size, OptionalLong stride, long begin, long end) {}
