package io.archmeter.report.check;

import io.archmeter.problem.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of several lines, which no name in them can break. */
final class VisibleLines {
    private VisibleLines() {}

    /** The lines, with codes in place of what cannot be seen. */
    static String of(List<String> lines) {
        return lines.stream().map(Visible::of).collect(Collectors.joining("\n"));
    }
}
