package io.archmeter.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of two that take turns, so that a slow moment of the machine meets both. Of one thread it is the time that it had a core, which
 * others who want that core do not lengthen; of several it is that of the clock.
 *
 * @param first median milliseconds of the first
 * @param second median milliseconds of the second
 * @param ratio median of the ratios, each of two neighbouring runs, of the first to the second
 */
record Race(double first, double second, double ratio) {
    private static final double TOLERANCE = 1e-4;

    /** Until the compilers are done with what runs often. */
    private static final long WARM_UP_NANOS = 4_000_000_000L;

    private static final int WARM_UP_ROUNDS = 3;

    /** ONNX Runtime's threads keep a core for some milliseconds in case there is more to do. A thread alone finds its caches warm. */
    private static final long PAUSE_MILLIS = 100;

    /** A turn lasts as long as this, with as many runs as fit, and one more before: else a small layer pays for what the other left. */
    private static final double TURN_MILLIS = 10;

    /**
     * Warms both up, requires their outputs to agree, and takes their times.
     *
     * @param threads how many each has
     * @throws IllegalStateException where an output differs by more than 10⁻⁴ of the largest
     */
    static Race of(Contestant first, Contestant second, int threads, int rounds) throws InterruptedException {
        warmUp(first, second);
        requireAgreement(first.output(), second.output());
        List<Double> firsts = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double one = turn(first, threads);
            double other = turn(second, threads);
            firsts.add(one);
            seconds.add(other);
            ratios.add(one / other);
        }
        return new Race(median(firsts), median(seconds), median(ratios));
    }

    static void warmUp(Contestant... contestants) {
        long start = System.nanoTime();
        for (int round = 0; round < WARM_UP_ROUNDS || System.nanoTime() - start < WARM_UP_NANOS; round++) {
            for (Contestant contestant : contestants) {
                contestant.run();
            }
        }
    }

    /** The mean time of a run. */
    private static double turn(Contestant contestant, int threads) throws InterruptedException {
        if (threads > 1) {
            Thread.sleep(PAUSE_MILLIS);
        }
        double once = millis(contestant, threads);
        if (once > TURN_MILLIS) {
            return once;
        }
        double all = 0;
        int runs = 0;
        while (all < TURN_MILLIS) {
            all += millis(contestant, threads);
            runs++;
        }
        return all / runs;
    }

    private static double millis(Contestant contestant, int threads) {
        long start = now(threads);
        contestant.run();
        return (now(threads) - start) / 1e6;
    }

    private static long now(int threads) {
        return threads > 1
                ? System.nanoTime()
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void requireAgreement(float[] found, float[] expected) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(found[i] - expected[i]));
        }
        if (!(difference <= TOLERANCE * largest)) {
            throw new IllegalStateException("outputs differ by " + difference + "; the largest is " + largest);
        }
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
