package io.archmeter.assertj;

import io.archmeter.metric.Metric;

/**
 * The limits that a whole network can have, and some of its layers too.
 *
 * @param <S> what answers, so that the next assertion can follow
 */
interface Limited<S> {
    /**
     * Limits any metric; of the receptive field it is the least that there must be.
     *
     * @param limit in whole units of the metric: a count, or bytes
     * @throws AssertionError where it is broken, as from all assertions
     * @throws IllegalArgumentException where it is negative, or some layers have no such metric of their own
     */
    S keeps(Metric metric, long limit);

    /** Elements of tensors that training changes. */
    default S hasParametersAtMost(long limit) {
        return keeps(Metric.PARAMETERS, limit);
    }

    /** One multiply and one add of a sum of products, taps on padding included. */
    default S hasMultiplyAddsAtMost(long limit) {
        return keeps(Metric.MULTIPLY_ADDS, limit);
    }

    /** Parameters and buffers, as they are stored. */
    default S hasWeightBytesAtMost(long limit) {
        return keeps(Metric.WEIGHT_BYTES, limit);
    }

    /** The outputs of all layers; not the peak. */
    default S hasOutputBytesAtMost(long limit) {
        return keeps(Metric.OUTPUT_BYTES, limit);
    }

    /** How many layers there are. */
    default S hasLayersAtMost(long limit) {
        return keeps(Metric.LAYERS, limit);
    }
}
