package io.archmeter.sweep.file;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The door to spaces: those that come with the tool by their names, others by their files. */
public final class Spaces {
    /** Below the specs: a name in each line, in the order in which they are listed. */
    public static final String INDEX = "spaces/index.txt";

    private Spaces() {}

    /** The names of those that come with the tool, in the order in which they are listed. */
    public static List<String> names() {
        String index = new String(BundledLibrary.resource(BundledLibrary.FOLDER + INDEX), StandardCharsets.UTF_8);
        return index.lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The space of a name, or of a file, which ends in {@code .yaml}, {@code .yml} or {@code .json}.
     *
     * @param sample in place of its own; empty for that
     * @throws ProblemException with all that is wrong with it, or with its spec
     */
    public static Sweep find(String word, Optional<Sample> sample) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.endsWith(".yaml") || small.endsWith(".yml") || small.endsWith(".json")) {
            return SpaceFile.read(word, sample);
        }
        List<String> names = names();
        if (!names.contains(word)) {
            throw new ProblemException(Problem.at(
                    Span.of(word),
                    "unknown-space",
                    "there is no such file, and no space of that name comes with archmeter",
                    Nearest.remedy(word, names) + "; your own ends in .yaml"));
        }
        String path = "spaces/" + word + ".yaml";
        return SpaceFile.read(
                TextFile.of(BundledLibrary.PREFIX + path, BundledLibrary.resource(BundledLibrary.FOLDER + path)),
                sample);
    }
}
