package io.archmeter.budget;

import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Settings;
import io.archmeter.spec.load.SpecLoader;
import java.util.Map;

/**
 * A model that a budget knows by its name only.
 *
 * @param reference by which it is loaded from where the command runs
 * @param places where its settings set the params of its spec, by their names
 */
public record UnloadedModel(BudgetedModel subject, String reference, Map<String, Span> places) {
    public UnloadedModel {
        places = Map.copyOf(places);
    }

    /**
     * Loads it and counts everything.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    public Measurement measure() {
        Settings settings = subject.settings();
        LoadOptions options = new LoadOptions(settings.batch(), settings.input(), settings.set(), places);
        return Measurement.of(subject, SpecLoader.load(reference, options));
    }
}
