package io.archmeter.sweep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Summaries as bytes, from one machine to another that knows the sweep. */
public final class SummaryBytes {
    private SummaryBytes() {}

    public static byte[] write(Summary summary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            summary.write(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes all that is written", impossible);
        }
        return bytes.toByteArray();
    }

    /** The summary that was written, of the same sweep. */
    public static Summary read(Sweep sweep, byte[] bytes) {
        try {
            return Summary.read(sweep, new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException cut) {
            throw new UncheckedIOException("a summary has an end", cut);
        }
    }
}
