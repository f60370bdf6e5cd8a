package io.archmeter.budget.run;

import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.diff.ModelChanges;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** How many models of a baseline became what. */
public record BaselineChanges(int models, int added, int renamed, int changed, int unchanged, int gone) {
    public static BaselineChanges of(List<Snapshot> before, List<Snapshot> after) {
        int added = 0;
        int renamed = 0;
        int changed = 0;
        int unchanged = 0;
        int gone = 0;
        for (ModelChange change : ModelChanges.of(before, after)) {
            if (change instanceof ModelChange.New) {
                added++;
            } else if (change instanceof ModelChange.Renamed) {
                renamed++;
            } else if (change instanceof ModelChange.Gone) {
                gone++;
            } else if (change instanceof ModelChange.Kept kept) {
                boolean same = Difference.of(kept.before(), kept.after()).isNone();
                changed += same ? 0 : 1;
                unchanged += same ? 1 : 0;
            }
        }
        return new BaselineChanges(after.size(), added, renamed, changed, unchanged, gone);
    }

    /** In a line: {@code 31 models; 1 new, 2 changed, 28 unchanged}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, added, "new");
        add(parts, renamed, "renamed");
        add(parts, changed, "changed");
        add(parts, unchanged, "unchanged");
        add(parts, gone, "gone");
        return models(models) + "; " + String.join(", ", parts);
    }

    public static String models(int count) {
        return count + (count == 1 ? " model" : " models");
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
