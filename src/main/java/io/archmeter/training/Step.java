package io.archmeter.training;

import java.util.Locale;

/**
 * One step of an iteration of training, e.g. the backward pass of {@code layer1.0.conv1}.
 *
 * @since 0.1.0
 */
public record Step(Phase phase, String layer) {
    /** The part of an iteration that a step belongs to. */
    public enum Phase {
        FORWARD,
        BACKWARD,
        UPDATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return phase == Phase.UPDATE ? phase.toString() : phase + " of " + layer;
    }
}
