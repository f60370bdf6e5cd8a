package io.archmeter.report.svg;

/** From amounts to pixels, on a scale that begins at zero, or higher where all amounts are large and near to each other. */
final class CutScale {
    /** A difference of less than this part of the largest can hardly be seen from zero. */
    private static final int PART = 4;

    private final long begin;
    private final long end;
    private final int room;

    private CutScale(long begin, long end, int room) {
        this.begin = begin;
        this.end = end;
        this.room = room;
    }

    /**
     * A scale for all amounts between two.
     *
     * @param room pixels of the largest
     */
    static CutScale over(long least, long largest, int room) {
        long difference = Math.subtractExact(largest, least);
        boolean near = difference > 0 && difference < largest / PART;
        long begin = near ? least - difference / 2 - 1 : Math.min(0, least);
        return new CutScale(begin, Math.max(largest, Math.addExact(begin, 1)), room);
    }

    /** Whether it begins above zero. */
    boolean isCut() {
        return begin > 0;
    }

    /** How far from the begin of the scale an amount lies, rounded down. */
    long at(long amount) {
        return Scale.length(Math.subtractExact(amount, begin), Math.subtractExact(end, begin), room);
    }
}
