package io.archmeter.bench;

/** One of two that do the same work. */
interface Contestant {
    void run();

    /** What the last run put out. */
    float[] output();
}
