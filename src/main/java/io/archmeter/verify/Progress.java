package io.archmeter.verify;

/**
 * Is told how far a verification is.
 *
 * @since 0.2.0
 */
public interface Progress {
    Progress NONE = (number, of, layer) -> {};

    /**
     * A layer begins to run.
     *
     * @param number from 1
     * @param of how many layers there are
     * @param layer its path
     */
    void begins(int number, int of, String layer);
}
