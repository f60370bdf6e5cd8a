package io.archmeter.exec.tensor;

/** A layer runs nodes within it again and again, and has not come to an end after very many. */
public final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Endless(long nodes) {
        super("has not ended after " + nodes + " nodes");
    }
}
