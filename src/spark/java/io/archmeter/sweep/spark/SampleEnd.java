package io.archmeter.sweep.spark;

import io.archmeter.problem.ProblemException;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.part.PartSweep;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The position before which a sweep ends. A sample of a space with conditions ends where so many points have been found for which these hold:
 * executors evaluate nothing but the conditions then, of more and more parts.
 */
final class SampleEnd {
    private final JavaSparkContext spark;
    private final PartSweep parts;
    private final byte[] texts;

    SampleEnd(JavaSparkContext spark, PartSweep parts, byte[] texts) {
        this.spark = spark;
        this.parts = parts;
        this.texts = texts;
    }

    BigInteger find() {
        Sweep sweep = parts.sweep();
        if (sweep.sample().isEmpty()) {
            return sweep.end();
        }
        long points = sweep.sample().map(Sample::points).orElseThrow();
        if (sweep.where().isEmpty()) {
            return BigInteger.valueOf(points).min(sweep.end());
        }
        return find(points, parts.parts().count(sweep.end()));
    }

    private BigInteger find(long points, long all) {
        long found = 0;
        long from = 0;
        long more = parts.parts().count(BigInteger.valueOf(points));
        while (from < all) {
            long to = Math.min(all, from + more);
            List<Long> counts = spark.parallelize(
                            LongStream.range(from, to).boxed().toList())
                    .map(new PointsTask(texts))
                    .collect();
            for (int i = 0; i < counts.size(); i++) {
                long part = from + i;
                long count = counts.get(i) == PointsTask.REFUSED ? refused(part) : counts.get(i);
                if (found + count >= points) {
                    return parts.after(part, points - found);
                }
                found += count;
            }
            from = to;
            more *= 2;
        }
        return parts.sweep().end();
    }

    /** @throws ProblemException as on the executor */
    private long refused(long part) {
        return parts.points(part);
    }
}
