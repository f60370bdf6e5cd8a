package io.archmeter.cli;

/** A command has given its answer, and the answer is that something is not as it should be; this is for the exit code. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String said;

    /**
     * Ends the command.
     *
     * @param said what somebody should see on standard error who does not see the answer, in whole lines; empty where nobody does
     */
    Failed(String said) {
        this.said = said;
    }

    String said() {
        return said;
    }
}
