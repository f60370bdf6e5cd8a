package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void differencesAreMeasuredByTheLargestElement() {
        assertThat(Tolerance.of(new float[] {0.0009f, 10}, new float[] {0, -10}))
                .isFalse();
        assertThat(Tolerance.of(new float[] {0.0009f, -10}, new float[] {0, -10}))
                .isTrue();
        assertThat(Tolerance.of(new float[] {0.0011f, -10}, new float[] {0, -10}))
                .isFalse();
    }

    @Test
    void whatIsNoNumberAgreesWithNoNumber() {
        assertThat(Tolerance.of(new float[] {Float.NaN, 1}, new float[] {0, 1})).isFalse();
        assertThat(Tolerance.of(new float[] {0, 1}, new float[] {Float.NaN, 1})).isFalse();
        assertThat(Tolerance.of(new float[] {Float.NaN, 1}, new float[] {Float.NaN, 1}))
                .isTrue();
        assertThat(Tolerance.of(new float[] {Float.NaN, 1}, new float[] {Float.NEGATIVE_INFINITY, 1}))
                .isTrue();
        assertThat(Tolerance.of(new float[] {Float.NaN, 2}, new float[] {Float.NaN, 1}))
                .isFalse();
    }
}
