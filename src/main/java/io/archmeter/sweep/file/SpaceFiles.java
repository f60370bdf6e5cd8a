package io.archmeter.sweep.file;

import io.archmeter.accuracy.AccuracyFile;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.Library;

/** Where the files are read that a space names. */
interface SpaceFiles {
    /** Where they lie. */
    SpaceFiles WHERE_THEY_ARE = new SpaceFiles() {
        @Override
        public Library specs(Library library) {
            return library;
        }

        @Override
        public TextFile accuracies(String name) {
            return AccuracyFile.file(name);
        }
    };

    /** What is read in place of a library. */
    Library specs(Library library);

    /** A file with accuracies. */
    TextFile accuracies(String name);
}
