package io.archmeter.exec;

/** A kernel found an output that does not fit into the place that was planned for it, so the network cannot run on. */
public final class UnexpectedShape extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Observation observation;

    UnexpectedShape(Observation observation) {
        super("node " + observation.node() + " puts out " + observation.output());
        this.observation = observation;
    }

    /** What was seen up to then; nothing was computed. */
    public Observation observation() {
        return observation;
    }
}
