package io.archmeter.roofline;

/**
 * A bound on the time of something: its operations and what it moves may go on at the same time, and neither takes less.
 *
 * @param compute what its operations take at the peak of the device
 * @param memory what its bytes take at the bandwidth of the device
 */
public record Bound(LeastTime compute, LeastTime memory) {
    static final Bound NONE = new Bound(LeastTime.NONE, LeastTime.NONE);

    /** The longer of both. */
    public LeastTime least() {
        return compute.beside(memory);
    }

    /** Which of both that is. */
    public Binding binding() {
        return Binding.of(compute, memory);
    }
}
