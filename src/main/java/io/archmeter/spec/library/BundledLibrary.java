package io.archmeter.spec.library;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The specs that come with the tool. They lie in no folder of the user, so that their names begin with what says so. */
public final class BundledLibrary implements Library {
    public static final String FOLDER = "specs/";

    /** Before the path of a file: {@code archmeter:blocks/basic_conv.yaml}. */
    public static final String PREFIX = "archmeter:";

    @Override
    public TextFile read(String path) {
        return TextFile.of(PREFIX + path, bytes(path));
    }

    public static byte[] bytes(String path) {
        if (!BundleIndex.files().contains(path)) {
            throw new ProblemException(Problem.at(
                    Span.of(PREFIX + path),
                    "missing-file",
                    "no such file comes with archmeter",
                    Nearest.remedy(path, BundleIndex.files())));
        }
        return resource(FOLDER + path);
    }

    /**
     * What lies beside the classes of the tool.
     *
     * @throws UncheckedIOException where nothing does, or what does cannot be read
     */
    public static byte[] resource(String path) {
        try (InputStream stream = BundledLibrary.class.getResourceAsStream("/" + path)) {
            if (stream == null) {
                throw new FileNotFoundException("the program is not whole: it lacks " + path);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
