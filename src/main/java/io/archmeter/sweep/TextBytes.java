package io.archmeter.sweep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts of any length between other bytes: {@link DataOutput#writeUTF} takes none of more than 64 KiB. */
public final class TextBytes {
    private TextBytes() {}

    public static void write(String text, DataOutput out) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), out);
    }

    /** The text that was written. */
    public static String read(DataInput in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    static void write(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
