package io.archmeter.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The README and the pages of the manual, in the parts that can be held against the program. */
public final class Manual {
    static final Path PAGES = Path.of("src/site/markdown");

    private static final Path README = Path.of("README.md");

    private Manual() {}

    /** All files, the README first, then the pages by their names. */
    static List<Path> files() {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return Stream.concat(Stream.of(README), pages.sorted()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A page by its name, without the ending of its file. */
    public static String page(String name) {
        return read(PAGES.resolve(name + ".md"));
    }

    /** The one block of a kind that has such a line in it. */
    public static String block(String kind, String line) {
        List<String> found = blocks(kind).stream()
                .filter(block -> block.lines().anyMatch(line::equals))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("the manual has " + found.size() + " blocks with " + line);
        }
        return found.get(0);
    }

    /** What is typed, and what is answered. */
    public static List<String> consoles() {
        return blocks("console");
    }

    /** The contents of all fenced blocks of a kind, each ending in a line break. */
    static List<String> blocks(String kind) {
        return files().stream()
                .flatMap(file -> blocks(kind, read(file)).stream())
                .toList();
    }

    /** The blocks of one text. */
    static List<String> blocks(String kind, String text) {
        List<String> blocks = new ArrayList<>();
        String fence = "```" + kind + "\n";
        for (int at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at + 1)) {
            int begin = at + fence.length();
            blocks.add(text.substring(begin, text.indexOf("```", begin)));
        }
        return blocks;
    }
}
