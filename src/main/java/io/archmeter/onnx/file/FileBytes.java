package io.archmeter.onnx.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, mapped and not read: what nobody looks at, such as weights, takes no memory. A mapping has at most 2 GiB, a file may have more. */
final class FileBytes {
    private static final int SEGMENT_BITS = 30;
    private static final long SEGMENT = 1L << SEGMENT_BITS;

    private final ByteBuffer[] segments;
    private final long size;

    private FileBytes(ByteBuffer[] segments, long size) {
        this.segments = segments;
        this.size = size;
    }

    static FileBytes map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return map(channel);
        }
    }

    /** Those of an open file, which may be closed afterwards. */
    static FileBytes map(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer[] segments = new ByteBuffer[Math.toIntExact((size + SEGMENT - 1) >>> SEGMENT_BITS)];
        for (int i = 0; i < segments.length; i++) {
            long start = i * SEGMENT;
            segments[i] = channel.map(MapMode.READ_ONLY, start, Math.min(SEGMENT, size - start))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
        return new FileBytes(segments, size);
    }

    /** Some bytes of a file, which are read. */
    static FileBytes read(Path path, ByteRange range) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(Math.toIntExact(range.length()));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (read.hasRemaining() && channel.read(read, range.offset() + read.position()) >= 0) {
                // Until all of them are there.
            }
        }
        if (read.hasRemaining()) {
            throw new EOFException("it has become shorter");
        }
        return of(read.array());
    }

    /** Bytes in memory, fewer than a mapping has. */
    static FileBytes of(byte[] bytes) {
        return new FileBytes(new ByteBuffer[] {ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)}, bytes.length);
    }

    long size() {
        return size;
    }

    ByteRange all() {
        return new ByteRange(0, size);
    }

    byte at(long offset) {
        return segments[(int) (offset >>> SEGMENT_BITS)].get((int) (offset & SEGMENT - 1));
    }

    /** An unsigned number of so many bytes, at most 8, the lowest first. */
    long littleEndian(long offset, int bytes) {
        int inSegment = (int) (offset & SEGMENT - 1);
        ByteBuffer segment = segments[(int) (offset >>> SEGMENT_BITS)];
        if (bytes <= segment.limit() - inSegment) {
            switch (bytes) {
                case Byte.BYTES:
                    return Byte.toUnsignedLong(segment.get(inSegment));
                case Short.BYTES:
                    return Short.toUnsignedLong(segment.getShort(inSegment));
                case Integer.BYTES:
                    return Integer.toUnsignedLong(segment.getInt(inSegment));
                case Long.BYTES:
                    return segment.getLong(inSegment);
                default:
                    break;
            }
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= Byte.toUnsignedLong(at(offset + i)) << i * Byte.SIZE;
        }
        return value;
    }

    byte[] copy(ByteRange range) {
        byte[] copy = new byte[Math.toIntExact(range.length())];
        int done = 0;
        while (done < copy.length) {
            long from = range.offset() + done;
            int inSegment = (int) (from & SEGMENT - 1);
            int some = (int) Math.min(copy.length - done, SEGMENT - inSegment);
            segments[(int) (from >>> SEGMENT_BITS)].get(inSegment, copy, done, some);
            done += some;
        }
        return copy;
    }
}
