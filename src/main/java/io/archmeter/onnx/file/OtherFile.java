package io.archmeter.onnx.file;

import io.archmeter.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What comes under the name of an ONNX file and is none. */
final class OtherFile {
    private static final String REMEDY = "name an ONNX file: one that was exported with torch.onnx.export, for example";

    private OtherFile() {}

    /** What the file is instead, by its first bytes, none of which can begin an ONNX file. */
    static Optional<ProblemException> byItsBeginning(Reading reading) {
        byte[] bytes = beginning(reading);
        if (bytes.length == 0) {
            return Optional.of(reading.problem(
                    "empty-file", "this is no ONNX file: it has no bytes", "get the file again, or export it again"));
        }
        if (isZip(bytes)) {
            return Optional.of(notOnnx(
                    reading,
                    "a zip archive",
                    "unzip it, and name the .onnx file in it; what torch.save wrote has to be exported first"));
        }
        if (isGzip(bytes)) {
            return Optional.of(notOnnx(reading, "compressed with gzip", "decompress it: gunzip"));
        }
        String text = new String(bytes, StandardCharsets.UTF_8).stripLeading();
        if (text.startsWith("version https://git-lfs.github.com/")) {
            return Optional.of(reading.problem(
                    "git-lfs-pointer",
                    "this is a Git LFS pointer, and the file itself is not there",
                    "get it: git lfs pull"));
        }
        return isWebPage(text)
                ? Optional.of(notOnnx(
                        reading,
                        "a web page",
                        "download the file itself: on GitHub by 'Raw', not by the page's address"))
                : Optional.empty();
    }

    /** A text, which may well be read as fields that nobody knows. */
    static Optional<ProblemException> ifText(Reading reading) {
        return isText(beginning(reading))
                ? Optional.of(notOnnx(reading, "a text", "let the name of a spec end in .yaml or .json"))
                : Optional.empty();
    }

    /** Whether none of the characters is there that belong to no text. */
    static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            boolean control = each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t';
            if (control || each == 0x7F) {
                return false;
            }
        }
        return true;
    }

    static boolean isArchive(byte[] bytes) {
        return isZip(bytes) || isGzip(bytes);
    }

    private static boolean isZip(byte[] bytes) {
        return startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 'P', 'K', 5, 6);
    }

    private static boolean isGzip(byte[] bytes) {
        return startsWith(bytes, 0x1F, 0x8B);
    }

    /** Bytes that can be read, and say nothing of a model. */
    static ProblemException ofNothingKnown(Reading reading) {
        return reading.problem("not-onnx", "this is no ONNX file: there is no graph in it, and no version", REMEDY);
    }

    private static ProblemException notOnnx(Reading reading, String what, String remedy) {
        return reading.problem("not-onnx", "this is no ONNX file: it is " + what, remedy);
    }

    private static boolean isWebPage(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return plain.startsWith("<!doctype") || plain.startsWith("<html");
    }

    private static byte[] beginning(Reading reading) {
        return reading.bytes()
                .copy(new ByteRange(0, Math.min(Beginning.BYTES, reading.bytes().size())));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i == bytes.length || Byte.toUnsignedInt(bytes[i]) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
