package io.archmeter.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The README, in the parts that can be held against the program. */
public final class Readme {
    private Readme() {}

    public static String text() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The one block of a kind that has such a line in it. */
    public static String block(String kind, String line) {
        List<String> found = blocks(kind).stream()
                .filter(block -> block.lines().anyMatch(line::equals))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("the README has " + found.size() + " blocks with " + line);
        }
        return found.get(0);
    }

    /** The contents of all fenced blocks of a kind, each ending in a line break. */
    static List<String> blocks(String kind) {
        List<String> blocks = new ArrayList<>();
        String text = text();
        String fence = "```" + kind + "\n";
        for (int at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at + 1)) {
            int begin = at + fence.length();
            blocks.add(text.substring(begin, text.indexOf("```", begin)));
        }
        return blocks;
    }
}
