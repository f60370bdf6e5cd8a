package io.archmeter.budget.file;

import io.archmeter.pattern.TextPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of files: {@code specs/*.yaml}, {@code models/**}{@code /*_[0-9].yaml}. As in shells, {@code **} alone stands for any
 * number of folders, or none.
 *
 * @param folder what stands before the first part that is a pattern; empty where nothing does
 * @param parts empty for {@code **}
 */
record FilePattern(String folder, List<Optional<List<TextPattern>>> parts) {
    private static final String ANY_FOLDERS = "**";

    /** Nobody's folders lie as deep. */
    private static final int MOST_PARTS = 256;

    /** Whether a text is a pattern, and not the name of a file. */
    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /**
     * Parses a pattern.
     *
     * @param text with {@code /} between its parts
     * @throws PatternSyntaxException where a part is none
     */
    static FilePattern parse(String text) {
        StringBuilder folder = new StringBuilder();
        List<Optional<List<TextPattern>>> parts = new ArrayList<>();
        for (String part : text.split("(?<=/)")) {
            String name = part.replace("/", "");
            if (parts.isEmpty() && !isPattern(name)) {
                folder.append(part);
            } else if (!name.isEmpty() && !name.equals(".")) {
                add(part(name), parts, text);
            }
        }
        return new FilePattern(folder.toString(), parts);
    }

    /** Any number of folders below any number of folders is any number of folders. */
    private static void add(Optional<List<TextPattern>> part, List<Optional<List<TextPattern>>> parts, String text) {
        boolean again = part.isEmpty()
                && !parts.isEmpty()
                && parts.get(parts.size() - 1).isEmpty();
        if (again) {
            return;
        }
        if (parts.size() == MOST_PARTS) {
            throw new PatternSyntaxException(
                    "it has more than " + MOST_PARTS + " parts behind the first that is a pattern", text, -1);
        }
        parts.add(part);
    }

    private static Optional<List<TextPattern>> part(String name) {
        if (name.equals(ANY_FOLDERS)) {
            return Optional.empty();
        }
        if (name.equals("..")) {
            throw new PatternSyntaxException("'..' stands behind a pattern", name, -1);
        }
        return Optional.of(FileNamePattern.parse(name));
    }

    /** How many characters of it may have to be held against each one of a path. */
    long effort() {
        return parts.stream()
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .mapToLong(TextPattern::effort)
                .sum();
    }

    /** How deep below the folder the files can lie. */
    int depth() {
        return parts.stream().allMatch(Optional::isPresent) ? parts.size() : Integer.MAX_VALUE;
    }

    /**
     * Whether a file fits.
     *
     * @param file relative to the folder
     */
    boolean fits(Path file) {
        BitSet reached = new BitSet();
        reach(0, reached);
        for (Path name : file) {
            BitSet next = new BitSet();
            for (int part = reached.nextSetBit(0); part >= 0; part = reached.nextSetBit(part + 1)) {
                if (part < parts.size()) {
                    take(name, part, next);
                }
            }
            reached = next;
        }
        return reached.get(parts.size());
    }

    private void take(Path name, int part, BitSet next) {
        Optional<List<TextPattern>> choices = parts.get(part);
        if (choices.isEmpty()) {
            reach(part, next);
        } else if (choices.get().stream().anyMatch(choice -> choice.fits(name.toString()))) {
            reach(part + 1, next);
        }
    }

    /** What stands for any number of folders can stand for none. */
    private void reach(int part, BitSet reached) {
        int at = part;
        reached.set(at);
        while (at < parts.size() && parts.get(at).isEmpty()) {
            reached.set(++at);
        }
    }
}
