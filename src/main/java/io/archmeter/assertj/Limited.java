package io.archmeter.assertj;

import io.archmeter.snapshot.Figure;

/**
 * The limits that a whole network can have, and some of its layers too.
 *
 * @param <S> what answers, so that the next assertion can follow
 */
interface Limited<S> {
    /** Any figure; of the receptive field it is the least that there must be. */
    S keeps(Figure figure, long limit);

    default S hasParametersAtMost(long limit) {
        return keeps(Figure.PARAMETERS, limit);
    }

    /** One multiply and one add of a sum of products, taps on padding included. */
    default S hasMultiplyAddsAtMost(long limit) {
        return keeps(Figure.MULTIPLY_ADDS, limit);
    }

    /** Parameters and buffers, as they are stored. */
    default S hasWeightBytesAtMost(long limit) {
        return keeps(Figure.WEIGHT_BYTES, limit);
    }

    /** The outputs of all layers; not the peak. */
    default S hasOutputBytesAtMost(long limit) {
        return keeps(Figure.OUTPUT_BYTES, limit);
    }

    default S hasLayersAtMost(long limit) {
        return keeps(Figure.LAYERS, limit);
    }
}
