package io.archmeter.metric;

import io.archmeter.analysis.LayerCost;
import java.util.OptionalLong;

/**
 * What is known of a layer, to read its metrics from.
 *
 * @param liveBytes that are held while it runs
 * @param keptForBackward bytes; empty in a type that has no gradients
 * @param trainingTotal bytes; empty in a type that has no gradients
 */
public record MeasuredLayer(LayerCost cost, long liveBytes, OptionalLong keptForBackward, OptionalLong trainingTotal) {}
