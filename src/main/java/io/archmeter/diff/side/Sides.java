package io.archmeter.diff.side;

import io.archmeter.diff.Comparison;
import io.archmeter.diff.ModelChange;
import io.archmeter.diff.ModelChanges;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.Catalogue;
import io.archmeter.problem.Attempts;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.GivenSettings;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.spec.load.ModelSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models before and after, counted alike as far as that can be. */
public record Sides(List<Snapshot> before, List<Snapshot> after) {
    public Sides {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Finds the models of two names, and measures those that are not recorded. A model that is recorded on the other side is measured
     * with the settings that it is recorded with, as far as none are given.
     *
     * @throws ProblemException with all that is wrong with either
     */
    public static Sides of(String oldName, String newName, GivenSettings given, ModelSources sources) {
        Attempts attempts = new Attempts();
        Optional<Side> oldSide = attempts.at(() -> SideReader.read(oldName, sources));
        Optional<Side> newSide = attempts.at(() -> SideReader.read(newName, sources));
        attempts.throwIfAny();
        Side before = oldSide.orElseThrow();
        Side after = newSide.orElseThrow();
        if (before instanceof Side.Recorded && after instanceof Side.Recorded && !given.isNothing()) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter diff"),
                    "unused-option",
                    "both sides are recorded, so that nothing is measured with other settings",
                    "leave out the options on models, or name a spec"));
        }
        if (before instanceof Side.Measurable old && after instanceof Side.Measurable now) {
            boolean files = Collections.disjoint(old.names(), now.names());
            before = files ? old.byVariant() : old;
            after = files ? now.byVariant() : now;
        }
        List<Snapshot> oldModels = models(before, after, given, sources, attempts);
        List<Snapshot> newModels = models(after, before, given, sources, attempts);
        attempts.throwIfAny();
        return new Sides(oldModels, newModels);
    }

    private static List<Snapshot> models(
            Side side, Side other, GivenSettings given, ModelSources sources, Attempts attempts) {
        if (side instanceof Side.Recorded recorded) {
            return recorded.models();
        }
        List<Snapshot> models = new ArrayList<>();
        for (Side.Named named : ((Side.Measurable) side).models()) {
            for (Settings settings : settings(named.name(), other, given)) {
                attempts.at(() -> measure(named, settings, sources)).ifPresent(models::add);
            }
        }
        return models;
    }

    /** Those that the model is recorded with; of a model that is not, those that all that is recorded has in common. */
    private static Set<Settings> settings(String model, Side other, GivenSettings given) {
        List<Snapshot> recorded = other instanceof Side.Recorded side ? side.models() : List.of();
        Set<Settings> own = new LinkedHashSet<>();
        Set<Settings> all = new LinkedHashSet<>();
        for (Snapshot snapshot : recorded) {
            all.add(given.over(snapshot.settings()));
            if (snapshot.model().equals(model)) {
                own.add(given.over(snapshot.settings()));
            }
        }
        if (!own.isEmpty()) {
            return own;
        }
        return all.size() == 1 ? all : Set.of(given.over(Settings.DEFAULT));
    }

    private static Snapshot measure(Side.Named model, Settings settings, ModelSources sources) {
        LoadOptions options = new LoadOptions(settings.batch(), settings.input(), settings.set());
        return Snapshots.of(
                model.name(), NetworkFacts.of(sources.graph(model.reference(), options), settings.dtype()), settings);
    }

    /** What became of the models. What only one side says is left out of the comparison. */
    public Comparison compared() {
        return sayAttributes()
                ? new Comparison(changes(before, after), true)
                : new Comparison(changes(withoutAttributes(before), withoutAttributes(after)), false);
    }

    /** Who names one model on each side means that one became the other. */
    private static List<ModelChange> changes(List<Snapshot> before, List<Snapshot> after) {
        return before.size() == 1 && after.size() == 1
                ? List.of(new ModelChange.Kept(before.get(0), after.get(0)))
                : ModelChanges.of(before, after);
    }

    /** Whether all models on both sides say what attributes their layers have: reports of older builds do not. */
    private boolean sayAttributes() {
        return before.stream().allMatch(Sides::saysAttributes) && after.stream().allMatch(Sides::saysAttributes);
    }

    /** One layer that has attributes shows it: others may have none because theirs do nothing, as a pool with a stride of 1. */
    private static boolean saysAttributes(Snapshot model) {
        return model.layers().stream().anyMatch(layer -> !layer.attributes().isEmpty())
                || model.layers().stream().noneMatch(layer -> hasArguments(layer.operator()));
    }

    /** Whether a layer of such an operator that has no attributes may come from where none are said. */
    private static boolean hasArguments(String operator) {
        return Catalogue.find(operator)
                .filter(found -> !found.arguments().isEmpty())
                .isPresent();
    }

    /** With what both sides know: the operators of layers, and their shapes. */
    private static List<Snapshot> withoutAttributes(List<Snapshot> models) {
        return models.stream().map(Snapshot::withoutAttributes).toList();
    }
}
