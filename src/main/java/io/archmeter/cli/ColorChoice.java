package io.archmeter.cli;

import java.util.Locale;
import java.util.Map;

/** Whether texts are coloured. */
enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * What decides where nobody has chosen: {@code NO_COLOR} (no-color.org), then {@code CLICOLOR_FORCE} (bixense.com/clicolors), then
     * whether a stream leads to a terminal.
     */
    ColorChoice orOf(Map<String, String> environment) {
        if (this != AUTO) {
            return this;
        }
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return NEVER;
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        return forced.isEmpty() || forced.equals("0") ? AUTO : ALWAYS;
    }

    boolean isOn(boolean terminal) {
        return this == ALWAYS || this == AUTO && terminal;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
