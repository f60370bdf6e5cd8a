package io.archmeter.onnx.file;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Files with something wrong in them: bits that have changed, bytes that are lost, doubled or from elsewhere. */
public final class Damage {
    private static final int MOST = 4;
    private static final int LONGEST = 40;

    private Damage() {}

    /**
     * A damaged file.
     *
     * @param others from which bytes come
     */
    public static byte[] of(byte[] file, List<byte[]> others, Random random) {
        byte[] damaged = file;
        for (int i = random.nextInt(MOST); i >= 0 && damaged.length > 0; i--) {
            damaged = once(damaged, others, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] file, List<byte[]> others, Random random) {
        int at = random.nextInt(file.length);
        int some = Math.min(1 + random.nextInt(LONGEST), file.length - at);
        byte[] other = others.get(random.nextInt(others.size()));
        int from = random.nextInt(other.length);
        byte[] noise = new byte[some];
        random.nextBytes(noise);
        return switch (random.nextInt(9)) {
            case 0 -> changed(file, at, (byte) (file[at] ^ 1 << random.nextInt(Byte.SIZE)));
            case 1 -> changed(file, at, (byte) random.nextInt());
            case 2 -> changed(file, at, (byte) (file[at] + 1 - 2 * random.nextInt(2)));
            case 3 -> joined(file, at, new byte[0], at + some);
            case 4 -> joined(file, at, noise, at);
            case 5 -> joined(file, at, slice(file, at, some), at);
            case 6 -> joined(file, at, slice(other, from, Math.min(some, other.length - from)), at + some);
            case 7 -> slice(file, 0, at);
            default -> joined(file, file.length, random.nextBoolean() ? file : other, file.length);
        };
    }

    private static byte[] changed(byte[] file, int at, byte to) {
        byte[] changed = file.clone();
        changed[at] = to;
        return changed;
    }

    private static byte[] slice(byte[] file, int from, int length) {
        byte[] slice = new byte[length];
        System.arraycopy(file, from, slice, 0, length);
        return slice;
    }

    /** The beginning of a file, something, and the rest of the file. */
    private static byte[] joined(byte[] file, int end, byte[] between, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(file, 0, end);
        joined.writeBytes(between);
        joined.write(file, rest, file.length - rest);
        return joined.toByteArray();
    }
}
