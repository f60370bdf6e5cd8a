package io.archmeter.spec.library;

import io.archmeter.source.TextFile;

/** Where the files of a spec are read from. */
public interface Library {
    /**
     * Reads a file.
     *
     * @param path relative to the folder of the library, with {@code /} between its parts
     * @throws io.archmeter.problem.ProblemException where there is no such file, or no text in it
     */
    TextFile read(String path);
}
