package io.archmeter.spec;

import io.archmeter.located.TextFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The specs that come with the tool. */
final class BundledLibrary implements Library {
    static final String FOLDER = "specs/";

    @Override
    public TextFile read(String path) {
        return TextFile.of(FOLDER + path, bytes(path));
    }

    static byte[] bytes(String path) {
        try (InputStream stream = BundledLibrary.class.getResourceAsStream("/" + FOLDER + path)) {
            if (stream == null) {
                throw new ProblemException(Problem.at(
                        Span.of(FOLDER + path), "missing-file", "there is no such file", "see archmeter list"));
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
