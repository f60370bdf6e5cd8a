package io.archmeter.metric;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import java.util.Optional;

/**
 * What is known of a layer, to read its metrics from.
 *
 * @param receptiveField what an element of its output sees; empty where no window describes it
 * @param liveBytes that are held while it runs
 * @param keptForBackward bytes; empty in a type that has no gradients
 * @param trainingTotal bytes; empty in a type that has no gradients
 * @since 0.2.0
 */
public record MeasuredLayer(
        Cost cost,
        Optional<ReceptiveField> receptiveField,
        Amount liveBytes,
        Optional<Amount> keptForBackward,
        Optional<Amount> trainingTotal) {}
