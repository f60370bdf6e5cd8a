package io.archmeter.cli;

import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.OneLine;
import io.archmeter.report.text.Readable;
import java.math.BigInteger;

/** How far a sweep is, how fast, and how long it will take: one line on a terminal that is written over and over, and is gone in the end. */
final class SweepProgress implements AutoCloseable {
    /** Back to the begin of the line, which is erased (ECMA-48, EL). */
    private static final String CLEAR = "\r\u001B[K";

    private static final int WIDTH = 79;
    private static final long NANOSECONDS = 1_000_000_000L;
    private static final long BETWEEN = NANOSECONDS / 4;

    private final Console console;
    private final String name;
    private final BigInteger all;
    private final long begin = System.nanoTime();
    private long shown = begin - BETWEEN;
    private long points;

    /** @param all how many points there are to come */
    SweepProgress(Console console, String name, BigInteger all) {
        this.console = console;
        this.name = name;
        this.all = all;
    }

    /** So many more points are done. */
    void done(long more) {
        points += more;
        long now = System.nanoTime();
        if (console.terminal().err() && now - shown >= BETWEEN) {
            shown = now;
            print(CLEAR + OneLine.of(text(points, all, now - begin), WIDTH, Glyphs.thatFit(console.charset())));
        }
    }

    private String text(long done, BigInteger whole, long nanoseconds) {
        return "sweeping " + name + ": " + words(done, whole, nanoseconds);
    }

    /** {@code 1,024 of 15,625 points, 512 a second, 29 s left}. */
    static String words(long done, BigInteger whole, long nanoseconds) {
        BigInteger second = BigInteger.valueOf(NANOSECONDS);
        BigInteger time = BigInteger.valueOf(Math.max(1, nanoseconds));
        BigInteger rate = BigInteger.valueOf(done).multiply(second).divide(time);
        BigInteger rest = whole.subtract(BigInteger.valueOf(done)).max(BigInteger.ZERO);
        String left = done == 0
                ? ""
                : ", " + duration(rest.multiply(time).divide(second.multiply(BigInteger.valueOf(done)))) + " left";
        return Readable.exact(done) + " of " + count(whole) + " points, " + count(rate) + " a second" + left;
    }

    private static String count(BigInteger number) {
        return number.bitLength() < Long.SIZE ? Readable.exact(number.longValueExact()) : number.toString();
    }

    private static String duration(BigInteger seconds) {
        if (seconds.bitLength() >= Integer.SIZE) {
            return "years";
        }
        long whole = seconds.longValueExact();
        return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min" : Readable.exact(whole / 3600) + " h";
    }

    @Override
    public void close() {
        if (console.terminal().err()) {
            print(CLEAR);
        }
    }

    private void print(String text) {
        console.err().print(text);
        console.err().flush();
    }
}
