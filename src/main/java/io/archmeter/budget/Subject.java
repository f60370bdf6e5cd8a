package io.archmeter.budget;

import io.archmeter.graph.Graph;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.SpecLoader;
import java.util.List;
import java.util.Map;

/**
 * One model, with all that it is held to: entries that name the same model with the same settings are put together.
 *
 * @param model its name relative to the folder of the budget: {@code specs/resnet.yaml#resnet50}
 * @param reference by which it is loaded from where the command runs
 * @param bundled whether it comes with the tool, so that no file of the user's holds it
 * @param places where {@code settings} set the params of its spec, by their names
 * @param place where the budget names it
 */
public record Subject(
        String model,
        String reference,
        boolean bundled,
        Settings settings,
        Map<String, Span> places,
        List<Limit> limits,
        List<Forbidden> forbidden,
        Span place) {
    public Subject {
        places = Map.copyOf(places);
        limits = List.copyOf(limits);
        forbidden = List.copyOf(forbidden);
    }

    /**
     * Loads it and counts everything.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    public Snapshot measure() {
        return Snapshots.of(model, graph(), settings);
    }

    /** Loads it. */
    public Graph graph() {
        return SpecLoader.load(reference, new LoadOptions(settings.batch(), settings.input(), settings.set(), places));
    }

    /** What tells it from all others, here and in a baseline: {@code specs/resnet.yaml#resnet50 --batch 8}. */
    public String key() {
        return settings.keyOf(model);
    }
}
