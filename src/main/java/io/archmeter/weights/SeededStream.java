package io.archmeter.weights;

/**
 * Uniform numbers by position: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014 (SplitMix64),
 * begun at a hash of the seed and a name.
 */
final class SeededStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** 24 bits fill the significand of a float, so that each step is exact. */
    private static final float UNIT = 1f / (1 << 23);

    private long state;

    SeededStream(long seed, String name) {
        state = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            state = mix(state ^ (name.charAt(i) + GOLDEN_GAMMA));
        }
    }

    /** Fills with numbers from {@code middle − reach} up to, but without, {@code middle + reach}. */
    void fill(float[] elements, float middle, float reach) {
        long next = state; // a field would be written at each turn
        for (int i = 0; i < elements.length; i++) {
            next += GOLDEN_GAMMA;
            elements[i] = middle + reach * ((mix(next) >> 40) * UNIT);
        }
        state = next;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
