package io.archmeter.sweep.file;

import io.archmeter.source.SourceValue;
import io.archmeter.sweep.PointText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short word that differs where rows would: of what is said, and not of how it is laid out. */
final class Fingerprint {
    private static final int DIGITS = 12;

    private final StringBuilder said = new StringBuilder();

    /** Adds a text under a name. */
    Fingerprint with(String name, String text) {
        said.append(name)
                .append(' ')
                .append(text.length())
                .append(' ')
                .append(text)
                .append('\n');
        return this;
    }

    /** Adds what a file says under a key. */
    Fingerprint with(String name, SourceValue value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return with(name, text.toString());
    }

    private static void write(SourceValue value, StringBuilder text) {
        if (value instanceof SourceValue.Mapping mapping) {
            mapping.entries().forEach(entry -> {
                text.append('{').append(entry.key()).append(": ");
                write(entry.value(), text);
                text.append('}');
            });
        } else if (value instanceof SourceValue.Items list) {
            list.items().forEach(item -> {
                text.append('[');
                write(item, text);
                text.append(']');
            });
        } else if (value instanceof SourceValue.Scalar scalar) {
            String word = PointText.of(scalar.value());
            text.append(scalar.value().getClass().getSimpleName())
                    .append(word.length())
                    .append(word);
        }
    }

    /** Twelve hexadecimal digits of the SHA-256 of it all. */
    String word() {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
