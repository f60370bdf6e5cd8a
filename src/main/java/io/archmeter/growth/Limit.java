package io.archmeter.growth;

import io.archmeter.metric.Metric;

/**
 * What a figure must not exceed.
 *
 * @param most the largest that fits
 */
public record Limit(Metric metric, long most) {}
