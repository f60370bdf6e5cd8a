package io.archmeter.budget.check;

import java.util.Locale;

/** What came of a limit. */
public enum Verdict {
    KEPT,
    BROKEN,
    /** A number that it needs is not known; that fails like a broken limit, because unknown is not zero. */
    NOT_CHECKED,
    /** It is meant for layers that this model does not have, while another model of the same limit has them. */
    NO_LAYER;

    /** Whether the check fails. */
    public boolean fails() {
        return this == BROKEN || this == NOT_CHECKED;
    }

    /** As people read it: {@code not checked}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
