package io.archmeter.snapshot.file;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.source.TextFile;
import java.util.List;
import java.util.Optional;

/** The door to all files that remember what models cost: baselines, and what {@code analyze --format json} writes. */
public final class SnapshotFile {
    /** A line for each layer: 500 networks like ResNet-152 have 65 MiB, and this is room for four times as many. */
    public static final TextFile.Bound BOUND =
            new TextFile.Bound(256, "keep the models in several baselines, each with a budget of its own");

    private SnapshotFile() {}

    /**
     * Reads the models of a file; empty where it is no document of Archmeter, but may be a spec.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public static Optional<List<Snapshot>> find(TextFile text) {
        return Recorded.find(text).map(SnapshotFile::read);
    }

    static Recorded recorded(TextFile text) {
        return Recorded.find(text)
                .orElseThrow(() -> new ProblemException(Problem.at(
                        Span.of(text.name()),
                        "unknown-document",
                        "Archmeter did not write this: there is no member 'archmeter'",
                        "name a file that 'archmeter baseline' or 'archmeter analyze --format json' wrote")));
    }

    private static List<Snapshot> read(Recorded recorded) {
        return switch (recorded.kind()) {
            case Baseline.KIND -> BaselineReader.read(recorded);
            case ReportReader.KIND -> List.of(ReportReader.read(recorded));
            default ->
                throw new ProblemException(Problem.at(
                        recorded.kindAt(),
                        "unknown-document",
                        "the document '" + Excerpt.of(recorded.kind()) + "' does not say what each layer costs",
                        "name a file that 'archmeter baseline' or 'archmeter analyze --format json' wrote"));
        };
    }
}
