package io.archmeter.source;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a file, known to be text: valid UTF-8, no control characters, something in it.
 *
 * @param name the file as problems show it
 */
public record TextFile(String name, String text, Format format) {
    /** How it is to be read, as the ending of its name says. */
    public enum Format {
        YAML,
        JSON,
        /** Lines of values: no tree, and never told by the ending of a name, which would let a spec be one. */
        CSV;

        /** As it is written on the command line: {@code yaml}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How large a file may be.
     *
     * @param remedy what to do about a larger one
     */
    public record Bound(int mebibytes, String remedy) {
        /**
         * Real specs have some kilobytes. A million layers, each on a line, have 25 to 50 MiB; beyond this it is data, or an accident. How
         * deep a file is and what its aliases stand for have bounds of their own.
         */
        public static final Bound OF_SPECS =
                new Bound(64, "write what repeats with repeat, for or blocks instead of line by line");

        /** The most bytes that it may have. */
        public int bytes() {
            return mebibytes << 20;
        }
    }

    /** Stands in a decoded text for bytes that are none. */
    private static final char REPLACED = '\uFFFD';

    /** A folder may hold millions of files, and which of them come first is another on each machine. */
    private static final int MOST_SIBLINGS = 1_000;

    /**
     * Reads a file that people write.
     *
     * @throws ProblemException where there is none, or it is no text, or too large for a spec
     */
    public static TextFile read(Path path, String shownName) {
        return read(path, shownName, Bound.OF_SPECS);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException where there is none, or it is no text, or too large
     */
    public static TextFile read(Path path, String shownName, Bound bound) {
        return read(path, shownName, Optional.empty(), bound);
    }

    /**
     * Reads a file that people write, whatever its name ends in.
     *
     * @throws ProblemException where there is none, or it is no text, or too large
     */
    public static TextFile read(Path path, String shownName, Format format) {
        return read(path, shownName, Optional.of(format), Bound.OF_SPECS);
    }

    private static TextFile read(Path path, String shownName, Optional<Format> given, Bound bound) {
        if (Files.notExists(path)) {
            throw missing(path, shownName);
        }
        if (Files.isDirectory(path)) {
            throw refused(shownName, "directory", "this is a directory", "name one of the files in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // Opening a pipe waits until somebody writes into it, which may be never.
            throw refused(
                    shownName,
                    "no-regular-file",
                    "this is a pipe or a device",
                    "name a file, or write '-' and redirect");
        }
        Format format = given.orElseGet(() -> formatOf(shownName));
        FilesRead.add(path);
        try (InputStream in = Files.newInputStream(path)) {
            return of(shownName, in.readNBytes(bound.bytes() + 1), format, bound);
        } catch (IOException e) {
            throw unreadable(shownName, e);
        }
    }

    /** The text that people wrote. */
    public static TextFile of(String name, byte[] bytes) {
        return of(name, bytes, Bound.OF_SPECS);
    }

    /** The text that some bytes are. */
    public static TextFile of(String name, byte[] bytes, Bound bound) {
        return of(name, bytes, formatOf(name), bound);
    }

    /** The text that some bytes are, whose name does not tell the format. */
    public static TextFile of(String name, byte[] bytes, Format format, Bound bound) {
        if (bytes.length > bound.bytes()) {
            throw tooLarge(name, bound);
        }
        String text = decoded(name, bytes);
        if (text.lines().allMatch(line -> saysNothing(line, format))) {
            throw empty(name);
        }
        return new TextFile(name, text, format);
    }

    /** The text that a program has in its hands, held to what files are held to. */
    public static TextFile of(String name, String text, Format format, Bound bound) {
        if (text.length() > bound.bytes()) {
            // Each of its characters is a byte at least.
            throw tooLarge(name, bound);
        }
        int end = textEnd(text);
        if (end < text.length()) {
            throw notText(name, text, end);
        }
        return of(name, text.getBytes(StandardCharsets.UTF_8), format, bound);
    }

    private static boolean saysNothing(String line, Format format) {
        return line.isBlank() || format == Format.YAML && line.stripLeading().startsWith("#");
    }

    private static Format formatOf(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.endsWith(".json")) {
            return Format.JSON;
        }
        if (plain.endsWith(".yaml") || plain.endsWith(".yml")) {
            return Format.YAML;
        }
        throw refused(
                name,
                "unknown-format",
                "the ending of the name does not tell the format",
                "let the name end in .yaml, .yml or .json");
    }

    private static String decoded(String name, byte[] bytes) {
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String whole = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (whole.indexOf(REPLACED) < 0 && isText(whole)) {
            return whole;
        }
        return diagnosed(name, bytes, start);
    }

    /** The text of bytes that have something wrong in them, or just that character which stands for what is wrong. */
    private static String diagnosed(String name, byte[] bytes, int start) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new ProblemException(Problem.at(
                    endOf(name, text),
                    "not-utf-8",
                    String.format(Locale.ROOT, "the byte 0x%02X is not UTF-8", in.get(in.position())),
                    startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)
                            ? "save the file as UTF-8: it seems to be UTF-16"
                            : "save the file as UTF-8"));
        }
        int end = textEnd(text);
        if (end < text.length()) {
            throw notText(name, text, end);
        }
        return text;
    }

    private static ProblemException notText(String name, String text, int end) {
        return new ProblemException(Problem.at(
                endOf(name, text.substring(0, end)),
                "not-text",
                String.format(Locale.ROOT, "the character 0x%02X belongs to no text", (int) text.charAt(end)),
                "remove it; if the file is full of them, it is a binary file"));
    }

    /** Whether a file could hold this text. */
    static boolean isText(String text) {
        return textEnd(text) == text.length();
    }

    /** Where the first character stands that YAML does not call printable; a spec in JSON needs no other either. */
    private static int textEnd(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair && !isPrintable(c)) {
                return i;
            }
            i += pair ? 2 : 1;
        }
        return i;
    }

    private static boolean isPrintable(char c) {
        return c >= 0x20 && c < 0x7F
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == 0x85
                || c >= 0xA0 && c < 0xFFFE && !Character.isSurrogate(c);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i == bytes.length || Byte.toUnsignedInt(bytes[i]) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place after the last character. */
    private static Span endOf(String name, String text) {
        List<String> lines = (text + "|").lines().toList();
        int last = lines.size() - 1;
        return new Span(name, lines.size(), lines.get(last).length());
    }

    private static ProblemException missing(Path path, String shownName) {
        return refused(shownName, "missing-file", "there is no such file", remedyForMissing(path));
    }

    /** What to do about a file that is not there: its name may have a slip. */
    public static String remedyForMissing(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "check the path: its folder does not exist either";
        }
        String name = path.getFileName().toString();
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.limit(MOST_SIBLINGS + 1)
                    .map(sibling -> sibling.getFileName().toString())
                    .sorted()
                    .toList();
            return Nearest.to(name, names.size() > MOST_SIBLINGS ? List.of() : names)
                    .map(nearest -> "did you mean '" + nearest + "' in the same folder?")
                    .orElse("check the path");
        } catch (IOException e) {
            return "check the path";
        }
    }

    /** What is wrong with a file that is there and cannot be read. */
    public static ProblemException unreadable(String name, IOException reason) {
        return reason instanceof AccessDeniedException
                ? refused(name, "unreadable-file", "there is no permission to read this file", "give read permission")
                : refused(
                        name,
                        "unreadable-file",
                        "the file cannot be read: " + reason.getMessage(),
                        "check the disk and the path");
    }

    private static ProblemException tooLarge(String name, Bound bound) {
        return refused(name, "file-too-large", "the file has more than " + bound.mebibytes() + " MiB", bound.remedy());
    }

    static ProblemException empty(String name) {
        return refused(name, "empty-file", "there is nothing in this file", "write it, or name another file");
    }

    private static ProblemException refused(String name, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, remedy));
    }
}
