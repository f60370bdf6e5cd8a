package io.archmeter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The manual's page on speed, whose tables are written by what measures them. */
record SpeedPage(Path file) {
    /**
     * Puts lines in the place of those between the two marks of a part.
     *
     * @throws IllegalStateException where the page lacks a mark
     */
    void write(String part, List<String> lines) throws IOException {
        Files.writeString(file, written(Files.readString(file), part, lines));
    }

    static String written(String page, String part, List<String> lines) {
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- end of " + part + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("the page has no part between " + begin.strip() + " and " + end.strip());
        }
        return page.substring(0, from + begin.length())
                + lines.stream().reduce("", (text, line) -> text + line + "\n")
                + page.substring(to);
    }
}
