package io.archmeter.sweep;

import java.math.BigInteger;

/**
 * The order in which points are taken: one after the other, or in an order that a seed decides. That one is a permutation which needs no
 * memory, however large a space is: each point comes once, and both directions are functions. It is a Feistel network of four rounds (Luby
 * and Rackoff 1988, "How to construct pseudorandom permutations from pseudorandom functions") on as many bits as the size has, which is
 * run again where it leads beyond the size (Black and Rogaway 2002, "Ciphers with arbitrary finite domains", cycle walking).
 */
public final class Shuffle {
    private static final int ROUNDS = 4;

    private final BigInteger size;
    private final long[] keys;
    private final int half;
    private final BigInteger mask;

    private Shuffle(BigInteger size, long[] keys) {
        this.size = size;
        this.keys = keys;
        this.half = Math.max(1, (size.subtract(BigInteger.ONE).bitLength() + 1) / 2);
        this.mask = BigInteger.ONE.shiftLeft(half).subtract(BigInteger.ONE);
    }

    /** Points in the order of their indices. */
    public static Shuffle none(BigInteger size) {
        return new Shuffle(size, new long[0]);
    }

    /** The order that a seed decides. */
    public static Shuffle of(BigInteger size, long seed) {
        long[] keys = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = mixed(seed + (round + 1) * 0x9E3779B97F4A7C15L);
        }
        return new Shuffle(size, keys);
    }

    /**
     * The index of the point at a position.
     *
     * @param position from 0 to below the size
     */
    public BigInteger index(BigInteger position) {
        BigInteger index = forward(position);
        while (index.compareTo(size) >= 0) {
            index = forward(index);
        }
        return index;
    }

    /** The position of a point, by its index. */
    public BigInteger position(BigInteger index) {
        BigInteger position = backward(index);
        while (position.compareTo(size) >= 0) {
            position = backward(position);
        }
        return position;
    }

    private BigInteger forward(BigInteger number) {
        BigInteger left = number.shiftRight(half);
        BigInteger right = number.and(mask);
        for (long key : keys) {
            BigInteger next = left.xor(hash(right, key));
            left = right;
            right = next;
        }
        return left.shiftLeft(half).or(right);
    }

    private BigInteger backward(BigInteger number) {
        BigInteger left = number.shiftRight(half);
        BigInteger right = number.and(mask);
        for (int round = keys.length - 1; round >= 0; round--) {
            BigInteger before = right.xor(hash(left, keys[round]));
            right = left;
            left = before;
        }
        return left.shiftLeft(half).or(right);
    }

    /** So many bits as half of a number has. */
    private BigInteger hash(BigInteger number, long key) {
        BigInteger bits = BigInteger.ZERO;
        long state = key;
        for (BigInteger rest = number; rest.signum() > 0; rest = rest.shiftRight(Long.SIZE)) {
            state = mixed(state ^ rest.longValue());
        }
        for (int known = 0; known < half; known += Long.SIZE - 1) {
            state = mixed(state + 0x9E3779B97F4A7C15L);
            bits = bits.shiftLeft(Long.SIZE - 1).or(BigInteger.valueOf(state >>> 1));
        }
        return bits.and(mask);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). */
    static long mixed(long number) {
        long bits = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
