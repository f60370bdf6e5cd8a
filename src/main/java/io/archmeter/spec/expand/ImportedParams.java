package io.archmeter.spec.expand;

import io.archmeter.problem.Problems;
import io.archmeter.spec.Import;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Variables;
import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the blocks of imported files see of the model's params: those that their own file has too. */
final class ImportedParams {
    private final Scope model;
    private final Problems problems;
    private final Map<Import, Set<String>> missing = new LinkedHashMap<>();

    /** @param model its params */
    ImportedParams(Scope model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /** The params that a block from a file sees. One that the model lacks is not known, and reported at the end. */
    Variables of(Import imported) {
        return new Variables() {
            @Override
            public Optional<PlainValue> get(String name) {
                if (!imported.params().contains(name)) {
                    return Optional.empty();
                }
                Optional<PlainValue> value = model.get(name);
                if (value.isEmpty()) {
                    missing.computeIfAbsent(imported, first -> new TreeSet<>()).add(name);
                }
                return value.or(() -> Optional.of(new PlainValue.Unknown()));
            }

            @Override
            public int count() {
                return imported.params().size();
            }

            @Override
            public Collection<String> names() {
                return new TreeSet<>(imported.params());
            }
        };
    }

    /** Reports, once for each file, the params that its blocks ask for and the model lacks. */
    void report() {
        missing.forEach((imported, names) -> problems.add(
                imported.at(),
                "missing-param",
                "blocks of " + imported.file() + " take params that this file does not have: "
                        + String.join(", ", names),
                "declare them here, under 'params:', as " + imported.file() + " does"));
    }
}
