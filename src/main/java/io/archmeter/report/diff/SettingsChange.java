package io.archmeter.report.diff;

import io.archmeter.report.text.PlainText;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The settings that have changed, with which a model is loaded and counted: {@code batch 1 → 8}. */
final class SettingsChange {
    private final List<String> changes = new ArrayList<>();

    private SettingsChange() {}

    static List<String> between(Snapshot before, Snapshot after) {
        SettingsChange change = new SettingsChange();
        Settings old = before.settings();
        Settings now = after.settings();
        change.add("batch", old.batch(), now.batch());
        // The batch is said already.
        change.add("input", sample(before), sample(after));
        change.add("dtype", old.dtype(), now.dtype());
        change.add("training", old.training(), now.training());
        change.add("optimizer", old.optimizer(), now.optimizer());
        TreeSet<String> names = new TreeSet<>(old.set().keySet());
        names.addAll(now.set().keySet());
        for (String name : names) {
            change.add(
                    PlainText.of(name),
                    PlainText.of(old.set().getOrDefault(name, "as in the spec")),
                    PlainText.of(now.set().getOrDefault(name, "as in the spec")));
        }
        return change.changes;
    }

    private static String sample(Snapshot model) {
        return model.input().sample().toString().replace('x', '×');
    }

    private void add(String name, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(name + " " + before + " → " + after);
        }
    }
}
