package io.archmeter.budget;

import java.util.Locale;

/** What comes of a limit that is not kept. */
public enum Level {
    /** The check fails. */
    ERROR,
    /** It is said, and the check passes. */
    WARNING;

    /** As people and builds read it: {@code warning}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
