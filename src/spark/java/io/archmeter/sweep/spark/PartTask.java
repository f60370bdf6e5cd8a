package io.archmeter.sweep.spark;

import io.archmeter.problem.ProblemException;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.part.PartFiles;
import io.archmeter.sweep.part.PartSweep;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;

/**
 * Some neighbouring parts of a sweep, by the number of the task. Whoever does a task again, after an executor was lost or beside one that is
 * slow, writes the same files with the same bytes.
 */
final class PartTask implements Function<Integer, byte[]> {
    private static final long serialVersionUID = 1L;

    private final byte[] texts;
    private final String folder;
    private final boolean resumes;
    private final BigInteger end;
    private final long parts;
    private final int tasks;

    /**
     * @param folder of the rows; empty for none
     * @param end the position before which the sweep ends
     * @param parts how many there are
     * @param tasks among how many they are split
     */
    PartTask(byte[] texts, String folder, boolean resumes, BigInteger end, long parts, int tasks) {
        this.texts = texts.clone();
        this.folder = folder;
        this.resumes = resumes;
        this.end = end;
        this.parts = parts;
        this.tasks = tasks;
    }

    @Override
    public byte[] call(Integer task) throws IOException {
        PartSweep sweep = SweepOfExecutor.of(texts);
        Optional<PartFiles> files = folder.isEmpty()
                ? Optional.empty()
                : Optional.of(new PartFiles(sweep.sweep(), HadoopFolder.of(folder)));
        Summary summary = new Summary(sweep.sweep());
        for (long part = parts * task / tasks; part < parts * (task + 1) / tasks; part++) {
            try {
                summary.add(sweep.summary(part, end, files, resumes));
            } catch (ProblemException refused) {
                return TaskResult.ofFailed(part);
            }
        }
        return TaskResult.of(summary);
    }
}
