package io.archmeter.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Times of two that take turns, so that a slow moment of the machine meets both.
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

    /** ONNX Runtime's threads keep a core for some milliseconds in case there is more to do. */
    private static final long PAUSE_MILLIS = 100;

    /**
     * Warms both up, requires their outputs to agree, and takes their times.
     *
     * @throws IllegalStateException where an output differs by more than 10⁻⁴ of the largest
     */
    static Race of(Contestant first, Contestant second, int rounds) throws InterruptedException {
        warmUp(first, second);
        requireAgreement(first.output(), second.output());
        List<Double> firsts = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double one = millis(first);
            double other = millis(second);
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

    private static double millis(Contestant contestant) throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        long start = System.nanoTime();
        contestant.run();
        return (System.nanoTime() - start) / 1e6;
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
