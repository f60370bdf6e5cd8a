package io.archmeter.sweep.part;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.rows.ParquetRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The files of a sweep's parts in a folder: the same ones, byte by byte, whoever writes them. */
public final class PartFiles {
    /** Says that all parts are there, as Spark says it of its own. */
    private static final String DONE = "_SUCCESS";

    private final PartFolder folder;
    private final Parts parts;
    private final ParquetRows format;

    public PartFiles(Sweep sweep, PartFolder folder) {
        this.folder = folder;
        this.parts = Parts.of(sweep);
        this.format = new ParquetRows(sweep);
    }

    /**
     * Makes sure that nothing of somebody else is written over.
     *
     * @param resumes whether parts of this sweep may be there
     * @throws ProblemException where there are any, and they may not, or are of another sweep
     */
    public void begin(boolean resumes) throws IOException {
        List<String> there = folder.files();
        if (!resumes && !there.isEmpty()) {
            throw problem(
                    folder.name(),
                    "file-exists",
                    "there is something already",
                    "add --resume to go on, or name another folder");
        }
        read(0);
        folder.remove(DONE);
    }

    /**
     * A part that is there.
     *
     * @throws ProblemException where its file is none of this sweep
     */
    public Optional<ParquetRows.Part> read(long part) throws IOException {
        Optional<byte[]> bytes = folder.read(Parts.file(part));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Optional<ParquetRows.Part> read =
                format.read(bytes.get()).filter(found -> found.from().equals(parts.from(part)));
        if (read.isEmpty()) {
            throw otherRows(part);
        }
        return read;
    }

    public void write(ParquetRows.Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(part, bytes);
        folder.write(Parts.file(parts.number(part.from())), bytes.toByteArray());
    }

    /**
     * All parts are there.
     *
     * @param end the position before which the sweep ends
     * @throws ProblemException where there are others too, of a larger sample
     */
    public void finish(BigInteger end) throws IOException {
        long count = parts.count(end);
        if (folder.read(Parts.file(count)).isPresent()) {
            throw otherRows(count);
        }
        folder.write(DONE, new byte[0]);
    }

    private ProblemException otherRows(long part) {
        return problem(
                folder.name() + "/" + Parts.file(part),
                "other-rows",
                "this is no part of this sweep: its space, spec, seed or figures were others, or the file was changed",
                "name another folder, or remove this one");
    }

    private static ProblemException problem(String place, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(place), code, fact, remedy));
    }
}
