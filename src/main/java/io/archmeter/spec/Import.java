package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.Set;

/**
 * A file whose blocks a model imports.
 *
 * @param at the import in the model's own file that leads to it
 * @param file as an import names it
 * @param params that the file has; its blocks take their values from the model that imports them
 * @param imports the files that it imports itself, directly or through others
 */
public record Import(Span at, String file, Set<String> params, Set<String> imports) {
    public Import {
        params = Set.copyOf(params);
        imports = Set.copyOf(imports);
    }
}
