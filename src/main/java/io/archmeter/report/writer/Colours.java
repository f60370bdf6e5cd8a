package io.archmeter.report.writer;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Tone;
import java.util.List;

/** Tones as a terminal shows them, by the control sequence SGR of ECMA-48. Texts are laid out before they are coloured. */
final class Colours {
    private static final String BEGIN = "\u001B[";
    private static final String END = BEGIN + "0m";

    private final boolean on;

    Colours(boolean on) {
        this.on = on;
    }

    String of(Tone tone, String text) {
        String code = switch (tone) {
            case PLAIN, CHANGED -> "";
            case PROBLEM -> "1;31m";
            case WARNING -> "1;33m";
            case WORSE, REMOVED -> "31m";
            case BETTER, ADDED -> "32m";
            case DRAWN -> "36m";
        };
        return !on || code.isEmpty() || text.isBlank() ? text : BEGIN + code + text + END;
    }

    List<String> of(Tone tone, List<String> lines) {
        return lines.stream().map(line -> of(tone, line)).toList();
    }

    /** What a cell means. */
    static Tone toneOf(Cell cell) {
        if (cell instanceof Cell.Toned toned) {
            return toned.tone();
        }
        if (cell instanceof Cell.Compared compared) {
            boolean differs = !compared.observed().equals(Cell.EMPTY)
                    && !compared.observed().equals(compared.predicted());
            return differs ? Tone.PROBLEM : Tone.PLAIN;
        }
        return cell instanceof Cell.Bar ? Tone.DRAWN : Tone.PLAIN;
    }
}
