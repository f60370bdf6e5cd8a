package io.archmeter.growth;

/**
 * What is varied, in steps: the values of one residue class.
 *
 * @param symbol as formulas have it: {@code N}
 * @param word as people say it: {@code batch}
 * @param base its value in the network as it was asked for
 * @param step from a value to the next, at least 1
 * @param least below which there is no value
 */
public record Variable(String symbol, String word, long base, long step, long least) {
    public Variable {
        if (step < 1 || base < least) {
            throw new IllegalArgumentException(word + " from " + least + " in steps of " + step + " is not " + base);
        }
    }

    /** The same in other steps. */
    Variable stepping(long other) {
        return new Variable(symbol, word, base, other, least);
    }

    /**
     * A value by its number.
     *
     * @param number of steps from the base; may be negative
     */
    public long value(long number) {
        return Math.addExact(base, Math.multiplyExact(number, step));
    }

    /** The number of its least value. */
    long first() {
        return -((base - least) / step);
    }

    /** What its values leave when they are divided by the step. */
    public long remainder() {
        return Math.floorMod(base, step);
    }
}
