package io.archmeter.budget.check;

import io.archmeter.budget.Measurement;
import io.archmeter.diff.InputChange;
import io.archmeter.diff.ModelChange;
import io.archmeter.diff.ModelChanges;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.file.Baseline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which model of the baseline is which of the budget, and what is to be said of those that are not in both. */
final class BaselineMatch {
    private static final Rule NEW = new Rule(
            "new-model",
            "A model is not in the baseline.",
            "Limits that are relative to the baseline cannot hold it. 'archmeter baseline' takes it in.");
    private static final Rule RENAMED = new Rule(
            "renamed-model",
            "A model has another name or other settings than in the baseline.",
            "It is compared with the model of the baseline that has the same layers and that the budget does not name any more."
                    + " 'archmeter baseline' writes its new name.");
    private static final Rule GONE = new Rule(
            "gone-model",
            "A model of the baseline is not in the budget any more.",
            "Nothing holds it. 'archmeter baseline' takes it out.");

    private static final Rule CHANGED_INPUT = new Rule(
            "changed-input",
            "A model is given something else than in the baseline.",
            "Its costs are compared all the same. 'archmeter baseline' writes what it is given now.");

    static final List<Rule> RULES = List.of(NEW, RENAMED, GONE, CHANGED_INPUT);

    private final Map<String, Snapshot> before = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();

    private BaselineMatch() {}

    /** Nothing to compare with, and nothing to say. */
    static BaselineMatch none() {
        return new BaselineMatch();
    }

    static BaselineMatch of(Baseline baseline, List<Measurement> measured) {
        Map<String, Span> places = new HashMap<>();
        List<Snapshot> now = new ArrayList<>();
        for (Measurement model : measured) {
            places.putIfAbsent(model.subject().key(), model.subject().place());
            now.add(model.snapshot());
        }
        BaselineMatch past = new BaselineMatch();
        for (ModelChange change : ModelChanges.of(baseline.snapshots(), now)) {
            past.add(change, places, Span.of(baseline.file()));
        }
        return past;
    }

    Optional<Snapshot> before(String key) {
        return Optional.ofNullable(before.get(key));
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    private void add(ModelChange change, Map<String, Span> places, Span file) {
        if (change instanceof ModelChange.Kept kept) {
            String key = kept.after().key();
            before.put(key, kept.before());
            InputChange.between(kept.before(), kept.after())
                    .ifPresent(inputs -> notes.add(new Note(
                            CHANGED_INPUT,
                            key,
                            places.get(key),
                            inputs + " since the baseline, with which it is compared")));
        } else if (change instanceof ModelChange.Renamed renamed) {
            String key = renamed.after().key();
            before.put(key, renamed.before());
            notes.add(new Note(
                    RENAMED,
                    key,
                    places.get(key),
                    "compared with '" + renamed.before().key() + "' in the baseline, which has the same layers;"
                            + " 'archmeter baseline' writes its new name"));
        } else if (change instanceof ModelChange.New fresh) {
            String key = fresh.after().key();
            notes.add(new Note(NEW, key, places.get(key), "not in the baseline; 'archmeter baseline' takes it in"));
        } else if (change instanceof ModelChange.Gone gone) {
            notes.add(new Note(
                    GONE,
                    gone.before().key(),
                    file,
                    "in the baseline, and not in the budget any more; 'archmeter baseline' takes it out"));
        }
    }
}
