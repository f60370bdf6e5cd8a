package io.archmeter.report.diff;

import io.archmeter.diff.align.LayerChange;
import io.archmeter.report.document.Tone;
import java.util.Locale;

/** What a change of a layer is called on a page; no two changes of a network are called alike. */
final class ChangeName {
    private ChangeName() {}

    /** {@code + features.2}, {@code ~ features.3 → features.5}. */
    static String of(LayerChange change) {
        String now = change.layer().name();
        String before = change.old().map(old -> old.name()).orElse(now);
        return sign(change) + " " + (before.equals(now) ? now : before + " → " + now);
    }

    /** {@code added}. */
    static String kind(LayerChange change) {
        return change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Tone tone(LayerChange change) {
        if (change instanceof LayerChange.Added) {
            return Tone.ADDED;
        }
        return change instanceof LayerChange.Removed ? Tone.REMOVED : Tone.CHANGED;
    }

    private static String sign(LayerChange change) {
        if (change instanceof LayerChange.Changed) {
            return "~";
        }
        return change instanceof LayerChange.Added ? "+" : change instanceof LayerChange.Removed ? "−" : "=";
    }
}
