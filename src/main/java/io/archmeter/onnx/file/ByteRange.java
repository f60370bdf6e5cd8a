package io.archmeter.onnx.file;

/** Bytes of a file that have not been read: where they lie, from 0, and how many they are. */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("no such bytes: " + length + " at " + offset);
        }
    }

    /** After the last of them. */
    public long end() {
        return offset + length;
    }
}
