package io.archmeter.spec.parse;

import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.library.Library;

/**
 * A file in a library.
 *
 * @param path relative to the folder of the library, with {@code /} between its parts
 */
record SpecFile(Library library, String path) {
    /** As an import names it, wherever it stands: those that come with the tool have a prefix. */
    String name() {
        return library instanceof BundledLibrary ? BundledLibrary.PREFIX + path : path;
    }

    TextFile read() {
        return library.read(path);
    }

    /** The file that is meant by an import in this one: one beside or below it, or one that comes with the tool. */
    SpecFile imported(String written) {
        return written.startsWith(BundledLibrary.PREFIX)
                ? new SpecFile(new BundledLibrary(), written.substring(BundledLibrary.PREFIX.length()))
                : new SpecFile(library, path.substring(0, path.lastIndexOf('/') + 1) + written);
    }
}
