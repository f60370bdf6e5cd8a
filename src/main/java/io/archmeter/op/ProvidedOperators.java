package io.archmeter.op;

import io.archmeter.provider.Providers;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The operators of all {@link OperatorProvider}s, by their kinds. */
final class ProvidedOperators {
    private ProvidedOperators() {}

    /**
     * Finds them.
     *
     * @param taken the kinds that there are without them
     * @throws io.archmeter.problem.ProblemException where one cannot be used
     */
    static SortedMap<String, Operator> find(Set<String> taken) {
        SortedMap<String, Operator> all = new TreeMap<>();
        for (OperatorProvider provider : Providers.of(OperatorProvider.class)) {
            for (Operator operator : Providers.ask(provider, provider::operators)) {
                Operator guarded = Providers.ask(provider, operator::guarded);
                String kind = guarded.kind();
                if (!kind.matches("[a-z][a-z0-9_]*")) {
                    throw Providers.unusable(
                            provider.getClass().getName(),
                            "'" + kind
                                    + "' cannot be the name of an operator, which has small letters, digits and '_'");
                }
                if (taken.contains(kind) || all.putIfAbsent(kind, guarded) != null) {
                    throw Providers.unusable(
                            provider.getClass().getName(), "there is an operator '" + kind + "' already");
                }
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
