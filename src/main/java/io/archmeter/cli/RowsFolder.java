package io.archmeter.cli;

import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.part.DiskFolder;
import io.archmeter.sweep.part.PartFiles;
import io.archmeter.sweep.part.PartSweep;
import io.archmeter.sweep.part.Parts;
import io.archmeter.sweep.rows.ParquetRows;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which each part of a sweep is a Parquet file. Such a file says at its end what is in it, so that none can grow: a part is written
 * when all of its rows have come, and a run that is stopped leaves whole parts.
 */
final class RowsFolder implements WrittenRows {
    private final String name;
    private final PartFiles files;
    private final Parts parts;
    private final List<Row> pending = new ArrayList<>();
    private BigInteger from = BigInteger.ZERO;
    private BigInteger next = BigInteger.ZERO;

    RowsFolder(String name, Sweep sweep) {
        this.name = name;
        this.files = new PartFiles(sweep, DiskFolder.of(name));
        this.parts = Parts.of(sweep);
    }

    @Override
    public Begun open(boolean resumes, Summary summary) {
        try {
            files.begin(resumes);
            return resumes ? read(summary) : Begun.NOTHING;
        } catch (IOException failed) {
            throw WrittenRows.unwritable(name, failed);
        }
    }

    /** Takes all whole parts in a row, and what there is of one after them, which is written again when it is whole. */
    private Begun read(Summary summary) throws IOException {
        long taken = 0;
        Optional<ParquetRows.Part> part = files.read(0);
        while (part.isPresent()) {
            PartSweep.add(part.get(), summary);
            taken += part.get().rows().size();
            next = part.get().to();
            if (!next.equals(endOfPart())) {
                pending.addAll(part.get().rows());
                return new Begun(next, taken);
            }
            from = next;
            part = files.read(parts.number(from));
        }
        return new Begun(next, taken);
    }

    private BigInteger endOfPart() {
        return from.add(BigInteger.valueOf(parts.positions()));
    }

    @Override
    public void append(List<Row> rows) {
        for (Row row : rows) {
            if (!row.isExcluded()) {
                pending.add(row);
            }
            next = row.position().add(BigInteger.ONE);
            if (next.equals(endOfPart())) {
                write();
            }
        }
    }

    private void write() {
        try {
            files.write(new ParquetRows.Part(from, next, pending));
        } catch (IOException failed) {
            throw WrittenRows.unwritable(name, failed);
        }
        pending.clear();
        from = next;
    }

    @Override
    public void finish() {
        if (next.compareTo(from) > 0) {
            write();
        }
        try {
            files.finish(next);
        } catch (IOException failed) {
            throw WrittenRows.unwritable(name, failed);
        }
    }

    @Override
    public void close() {
        // Nothing is open between two parts.
    }
}
