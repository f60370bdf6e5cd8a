package io.archmeter.sweep.part;

import io.archmeter.sweep.Sweep;
import java.math.BigInteger;
import java.util.Locale;

/**
 * A sweep in parts, each of which is a file of its own, whole or not there. What is in which part follows from the space alone, so that
 * whoever makes a part again makes the same.
 *
 * @param positions how many of a sweep's positions a part has, but for the last one
 */
public record Parts(long positions) {
    /** At a thousand points a second, a run that is stopped loses four seconds. */
    private static final long FEWEST = 4_096;

    private static final BigInteger MOST_PARTS = BigInteger.valueOf(1 << 16);

    public Parts {
        if (positions < 1) {
            throw new IllegalArgumentException("parts of nothing");
        }
    }

    /** Those of a sweep: a sample has parts of one size, so that it can be made larger. */
    public static Parts of(Sweep sweep) {
        long positions = FEWEST;
        if (sweep.sample().isEmpty()) {
            BigInteger size = sweep.space().size();
            while (BigInteger.valueOf(positions).multiply(MOST_PARTS).compareTo(size) < 0) {
                positions = Math.multiplyExact(positions, 2);
            }
        }
        return new Parts(positions);
    }

    /** The part in which a position is. */
    public long number(BigInteger position) {
        return position.divide(BigInteger.valueOf(positions)).longValueExact();
    }

    /** The first position of a part. */
    public BigInteger from(long part) {
        return BigInteger.valueOf(part).multiply(BigInteger.valueOf(positions));
    }

    /** The position after the last one of a part, where a sweep ends before some position. */
    public BigInteger to(long part, BigInteger end) {
        return from(part + 1).min(end);
    }

    /** How many parts a sweep has that ends before some position. */
    public long count(BigInteger end) {
        BigInteger[] parts = end.divideAndRemainder(BigInteger.valueOf(positions));
        return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
    }

    /** The name of a part's file, as Spark names its own. */
    public static String file(long part) {
        return String.format(Locale.ROOT, "part-%05d.parquet", part);
    }
}
