package io.archmeter.snapshot.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.source.TextFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;

/**
 * What some models cost when a file was written: what they are compared with later.
 *
 * <p>The file is JSON, made to be committed and read in a diff: models in the order of their keys, a line for each total and each
 * layer, and the same bytes for the same models on all machines.
 *
 * <pre>{@code
 * {
 *   "archmeter": {
 *     "document": "baseline",
 *     "version": 2
 *   },
 *   "models": [
 *     {
 *       "model": "specs/small.yaml",
 *       "settings": {
 *         "batch": 8
 *       },
 *       "input": "8x3x8x8",
 *       "totals": {
 *         "parameters": 112,
 *         …
 *       },
 *       "layers": [
 *         {"layer": "conv", "operator": "conv", "attributes": {"channels": 4, …}, "output": "8x4x6x6", "parameters": 112, …}
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>What a line can be read without is left out, so that a change in one layer shows in few lines of a diff: settings as by default;
 * of a layer its inputs where they are the output of the layer above (or, of the first, the network's first input), its output where it has the
 * shape of the first input, and figures that follow: effective multiply-adds where all are, the bytes of the output, as its shape says, the total
 * of training where it is what is kept, and other sums that are zero. What is not known is {@code null} among totals and sums; a
 * layer whose receptive field is not known has none.
 *
 * <p>A network with several inputs has {@code inputs} in place of {@code input}: {@code {"image": "1x3x8x8", "tokens": {"shape": "1x77",
 * "dtype": "int64"}}}, a line for each in their order, with the type where it is not that of the network's floating-point numbers. Builds
 * that recorded the first alone refuse such a file.
 *
 * <p>A reader takes the members of versions 1 and 2 and no others. A member that it passed over could be a setting or a metric, and a
 * comparison without it would come out well in silence; so whatever is gained makes a new version. Version 1 had
 * attributes as texts, and by other names ({@link VersionOneAttributes}). Reports only gain members
 * within a version, because who reads them takes what it needs; a baseline is read as a whole, and is written anew by one
 * command.
 *
 * @param file as problems show it
 * @param snapshots in the order of their keys, each key once
 */
public record Baseline(String file, List<Snapshot> snapshots) {
    /** What a document says that it is. */
    static final String KIND = "baseline";

    public Baseline {
        snapshots =
                snapshots.stream().sorted(Comparator.comparing(Snapshot::key)).toList();
        for (int i = 1; i < snapshots.size(); i++) {
            if (snapshots.get(i).key().equals(snapshots.get(i - 1).key())) {
                throw new IllegalArgumentException("a model can stand once in a baseline: "
                        + snapshots.get(i).key());
            }
        }
    }

    /**
     * Reads a baseline.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public static Baseline read(TextFile text) {
        Recorded recorded = SnapshotFile.recorded(text);
        if (!recorded.kind().equals(KIND)) {
            throw new ProblemException(Problem.at(
                    recorded.kindAt(),
                    "unknown-document",
                    "this is the document '" + recorded.kind() + "', and no baseline",
                    "name a file that 'archmeter baseline' wrote"));
        }
        return new Baseline(text.name(), BaselineReader.read(recorded));
    }

    /**
     * Writes it, the same bytes for the same models, and leaves the writer open.
     *
     * @throws IOException as the writer throws it
     */
    public void write(Writer out) throws IOException {
        BaselineWriter.write(this, out);
    }
}
