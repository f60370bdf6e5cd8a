package io.archmeter.graph;

/**
 * Somebody asked for a number that follows from an extent that is not known.
 *
 * @since 0.2.0
 */
public final class UnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Extent.Unknown unknown;

    public UnknownException(Extent.Unknown unknown) {
        super("what comes from '" + unknown.origin() + "' is not known", null, false, false);
        this.unknown = unknown;
    }

    /** What it follows from. */
    public Extent.Unknown unknown() {
        return unknown;
    }
}
