package io.archmeter.spec.load;

import io.archmeter.onnx.file.Beginning;
import java.util.Locale;

/** How what comes through a pipe is to be read. */
public enum PipeFormat {
    YAML,
    JSON,
    ONNX;

    /** As it is written on the command line: {@code yaml}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of what begins so. What begins like an object of JSON, with a brace and a quote, can be read as YAML as well. */
    static PipeFormat of(byte[] beginning) {
        if (Beginning.isOfOnnx(beginning)) {
            return ONNX;
        }
        int brace = next(beginning, 0);
        boolean object = brace < beginning.length && beginning[brace] == '{';
        int quote = object ? next(beginning, brace + 1) : beginning.length;
        return quote < beginning.length && beginning[quote] == '"' ? JSON : YAML;
    }

    private static int next(byte[] bytes, int begin) {
        int i = begin;
        while (i < bytes.length && Character.isWhitespace(bytes[i])) {
            i++;
        }
        return i;
    }
}
