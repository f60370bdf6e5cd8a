package io.archmeter.cli;

/** What a process ends with. */
final class ExitCode {
    static final int FINE = 0;

    /** A budget is broken, or a forward pass did something else than was predicted. */
    static final int FAILED = 1;

    static final int UNUSABLE_INPUT = 2;

    /** EX_SOFTWARE of BSD's sysexits.h. */
    static final int OUR_BUG = 70;

    private ExitCode() {}
}
