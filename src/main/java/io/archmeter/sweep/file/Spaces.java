package io.archmeter.sweep.file;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledFolder;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import java.util.List;
import java.util.Optional;

/** The door to spaces: those that come with the tool by their names, others by their files. */
public final class Spaces {
    private static final BundledFolder FOLDER = new BundledFolder("spaces");

    private Spaces() {}

    /** The names of those that come with the tool, in the order in which they are listed. */
    public static List<String> names() {
        return FOLDER.names();
    }

    /**
     * The space of a name, or of a file, which ends in {@code .yaml}, {@code .yml} or {@code .json}.
     *
     * @param sample in place of its own; empty for that
     * @throws ProblemException with all that is wrong with it, or with its spec
     */
    public static Sweep find(String word, Optional<Sample> sample) {
        return read(word, sample).sweep();
    }

    /** The same, with the texts of all files that were read. */
    public static ReadSpace read(String word, Optional<Sample> sample) {
        return SpaceFile.read(file(word), sample, SpaceFiles.WHERE_THEY_ARE);
    }

    private static TextFile file(String word) {
        if (BundledFolder.isOfUser(word)) {
            return SpaceFile.file(word);
        }
        List<String> names = names();
        if (!names.contains(word)) {
            throw new ProblemException(Problem.at(
                    Span.of(word),
                    "unknown-space",
                    "there is no such file, and no space of that name comes with archmeter",
                    Nearest.remedy(word, names) + "; your own ends in .yaml"));
        }
        return FOLDER.file(word);
    }
}
