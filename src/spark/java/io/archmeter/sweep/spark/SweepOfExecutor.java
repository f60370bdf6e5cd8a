package io.archmeter.sweep.spark;

import io.archmeter.sweep.file.SpaceTexts;
import io.archmeter.sweep.part.PartSweep;
import java.util.Arrays;

/** The sweep that an executor works on: read once of its texts, so that its tasks share what points have in common. */
final class SweepOfExecutor {
    private static byte[] read = new byte[0];
    private static PartSweep sweep;

    private SweepOfExecutor() {}

    static synchronized PartSweep of(byte[] texts) {
        if (!Arrays.equals(read, texts)) {
            sweep = new PartSweep(SpaceTexts.of(texts).sweep());
            read = texts.clone();
        }
        return sweep;
    }
}
