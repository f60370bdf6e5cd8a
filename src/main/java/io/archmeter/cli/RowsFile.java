package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.rows.RowFormat;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The file to which rows are appended as they come: whole lines at a time, so that a run that is stopped leaves whole lines. */
final class RowsFile implements WrittenRows {
    private final String name;
    private final Path path;
    private final RowFormat format;
    private OutputStream out = OutputStream.nullOutputStream();
    private BigInteger next = BigInteger.ZERO;
    private long taken;

    RowsFile(String name, RowFormat format) {
        this.name = name;
        this.path = FilePath.of(name, "name a file");
        this.format = format;
    }

    @Override
    public Begun open(boolean resumes, Summary summary) {
        try {
            boolean begun = Files.exists(path);
            if (begun && !resumes && Files.size(path) > 0) {
                throw problem(
                        0, "file-exists", "there are rows already", "add --resume to go on, or name another file");
            }
            if (begun) {
                cutTo(readRows(summary));
            }
            out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (!begun || Files.size(path) == 0) {
                write(format.header().map(List::of).orElse(List.of()));
            }
            return new Begun(next, taken);
        } catch (IOException failed) {
            throw WrittenRows.unwritable(name, failed);
        }
    }

    /** @return how many bytes the whole lines have */
    private long readRows(Summary summary) throws IOException {
        long whole = 0;
        int number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            Optional<byte[]> line = line(in);
            while (line.isPresent()) {
                number++;
                String text = new String(line.get(), StandardCharsets.UTF_8);
                whole += line.get().length + 1L;
                if (number > 1 || format.header().isEmpty()) {
                    read(text, number, summary);
                } else if (!text.equals(format.header().get())) {
                    throw anotherSpace(number);
                }
                line = line(in);
            }
        }
        return whole;
    }

    private void read(String text, int number, Summary summary) {
        Row row = format.row(text).orElseThrow(() -> anotherSpace(number));
        if (row.position().compareTo(next) < 0) {
            throw problem(
                    number,
                    "rows-out-of-order",
                    "the point stands after a later one",
                    "restore the file, or remove it");
        }
        summary.addExcluded(row.position().subtract(next).longValueExact());
        summary.add(row);
        next = row.position().add(BigInteger.ONE);
        taken++;
    }

    private ProblemException anotherSpace(int number) {
        return problem(
                number,
                "other-rows",
                "this is no row of this sweep: its space, spec, seed or figures were others, or the file was changed",
                "name another file, or remove this one");
    }

    /** The bytes before the next line feed; empty where there is none. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0) {
            if (read == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(read);
            read = in.read();
        }
        return Optional.empty();
    }

    private void cutTo(long bytes) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(bytes);
        }
    }

    @Override
    public void append(List<Row> rows) {
        try {
            write(rows.stream()
                    .filter(row -> !row.isExcluded())
                    .map(format::line)
                    .toList());
        } catch (IOException failed) {
            throw WrittenRows.unwritable(name, failed);
        }
    }

    private void write(List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void finish() {
        // The last line is there.
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw WrittenRows.unwritable(name, failed);
        }
    }

    private ProblemException problem(int line, String code, String fact, String remedy) {
        return new ProblemException(
                Problem.at(line == 0 ? Span.of(name) : new Span(name, line, 1), code, fact, remedy));
    }
}
