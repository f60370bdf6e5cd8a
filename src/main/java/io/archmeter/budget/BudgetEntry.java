package io.archmeter.budget;

import io.archmeter.problem.Span;
import io.archmeter.snapshot.Settings;
import java.util.List;
import java.util.Map;

/**
 * What some models are held to.
 *
 * @param place where it begins
 * @param models files, variants in them, bundled names, and patterns of files
 * @param places where {@code settings} set the params of a spec, by their names
 * @param except those that {@link #models} would take in, and that are meant by none of it
 */
public record BudgetEntry(
        Span place,
        List<Reference> models,
        List<Reference> except,
        Settings settings,
        Map<String, Span> places,
        List<Limit> limits,
        List<Forbidden> forbidden) {
    /** A model, or several, as they are named. */
    public record Reference(String text, Span place) {}

    public BudgetEntry {
        places = Map.copyOf(places);
        models = List.copyOf(models);
        except = List.copyOf(except);
        limits = List.copyOf(limits);
        forbidden = List.copyOf(forbidden);
    }
}
