package io.archmeter.sweep.part;

import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.SweepRun;
import io.archmeter.sweep.rows.ParquetRows;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A sweep, part by part, in any order and by any machine. Threads ask the same one at once. */
public final class PartSweep {
    private final Sweep sweep;
    private final SweepRun run;
    private final Parts parts;

    public PartSweep(Sweep sweep) {
        this.sweep = sweep;
        this.run = new SweepRun(sweep);
        this.parts = Parts.of(sweep);
    }

    public Sweep sweep() {
        return sweep;
    }

    /** Which positions are in which part. */
    public Parts parts() {
        return parts;
    }

    /**
     * What a part comes to, of which there is a file afterwards, where files are written.
     *
     * @param end the position before which the sweep ends
     * @param resumes whether a file that is there is taken as it is
     * @throws io.archmeter.problem.ProblemException where a condition cannot be evaluated, or the file is none of this sweep
     */
    public Summary summary(long part, BigInteger end, Optional<PartFiles> files, boolean resumes) throws IOException {
        if (files.isEmpty()) {
            return summary(evaluated(part, end));
        }
        Optional<ParquetRows.Part> there = resumes
                ? files.get().read(part).filter(found -> found.to().equals(parts.to(part, end)))
                : Optional.empty();
        if (there.isPresent()) {
            return summary(there.get());
        }
        ParquetRows.Part made = evaluated(part, end);
        files.get().write(made);
        return summary(made);
    }

    private ParquetRows.Part evaluated(long part, BigInteger end) {
        BigInteger from = parts.from(part);
        BigInteger to = parts.to(part, end);
        List<Row> rows =
                run.rows(from, to).stream().filter(row -> !row.isExcluded()).toList();
        return new ParquetRows.Part(from, to, rows);
    }

    private Summary summary(ParquetRows.Part part) {
        Summary summary = new Summary(sweep);
        add(part, summary);
        return summary;
    }

    /** Adds all points of a part. */
    public static void add(ParquetRows.Part part, Summary summary) {
        part.rows().forEach(summary::add);
        summary.addExcluded(part.to()
                .subtract(part.from())
                .subtract(BigInteger.valueOf(part.rows().size()))
                .longValueExact());
    }

    /** For how many positions of a part the conditions hold. */
    public long points(long part) {
        return run.points(parts.from(part), parts.to(part, sweep.end()));
    }

    /**
     * The position after that at which so many points of a part are found for which the conditions hold.
     *
     * @param points at least 1, and at most as many as there are
     */
    public BigInteger after(long part, long points) {
        BigInteger position = parts.from(part);
        long found = 0;
        while (found < points) {
            found += run.points(position, position.add(BigInteger.ONE));
            position = position.add(BigInteger.ONE);
        }
        return position;
    }
}
