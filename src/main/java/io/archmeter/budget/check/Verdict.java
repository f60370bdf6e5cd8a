package io.archmeter.budget.check;

import java.util.Locale;

/** What came of a limit. */
public enum Verdict {
    KEPT,
    BROKEN,
    /** A number that it needs is not known; that is as bad as a broken limit, because unknown is not zero. */
    NOT_CHECKED,
    /** It is meant for layers that this model does not have, while another model of the same limit has them. */
    NO_LAYER;

    /** Whether there is nothing to find. */
    public boolean passes() {
        return this == KEPT || this == NO_LAYER;
    }

    /** As people read it: {@code not checked}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
