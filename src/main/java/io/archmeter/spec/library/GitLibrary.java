package io.archmeter.spec.library;

import io.archmeter.git.GitFile;
import io.archmeter.source.TextFile;

/**
 * A folder as it is in a revision: what a spec imports is read from the same one.
 *
 * @param spec the file in it that was asked for
 */
public record GitLibrary(GitFile spec) implements Library {
    @Override
    public TextFile read(String path) {
        return spec.sibling(path).read(TextFile.Bound.OF_SPECS);
    }
}
