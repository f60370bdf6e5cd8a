package io.archmeter.sweep.spark;

import io.archmeter.problem.ProblemException;
import org.apache.spark.api.java.function.Function;

/** For how many points of a part the conditions hold. */
final class PointsTask implements Function<Long, Long> {
    /** A condition cannot be evaluated. */
    static final long REFUSED = -1;

    private static final long serialVersionUID = 1L;

    private final byte[] texts;

    PointsTask(byte[] texts) {
        this.texts = texts.clone();
    }

    @Override
    public Long call(Long part) {
        try {
            return SweepOfExecutor.of(texts).points(part);
        } catch (ProblemException refused) {
            return REFUSED;
        }
    }
}
