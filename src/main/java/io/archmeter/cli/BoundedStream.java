package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes as much as can be read again: what is larger is refused when it is written, and not when it is needed. */
final class BoundedStream extends FilterOutputStream {
    private final String name;
    private final TextFile.Bound bound;
    private long written;

    BoundedStream(OutputStream out, String name, TextFile.Bound bound) {
        super(out);
        this.name = name;
        this.bound = bound;
    }

    @Override
    public void write(int one) throws IOException {
        count(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int begin, int length) throws IOException {
        count(length);
        out.write(bytes, begin, length);
    }

    private void count(int more) {
        written += more;
        if (written > bound.bytes()) {
            throw new ProblemException(Problem.at(
                    Span.of(name),
                    "file-too-large",
                    "the file would have more than " + bound.mebibytes() + " MiB, and could not be read",
                    bound.remedy()));
        }
    }
}
