package io.archmeter.report.text;

import java.nio.charset.Charset;

/** The characters that texts are drawn with, besides letters and digits. */
public enum Glyphs {
    UNICODE("×", '─', "…", "█", "▏▎▍▌▋▊▉", "▁▂▃▄▅▆▇") {
        @Override
        public String translate(String text) {
            return text;
        }
    },
    ASCII("x", '-', "...", "#", "", "") {
        @Override
        public String translate(String text) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                plain.append(plain(text.charAt(i)));
            }
            return plain.toString();
        }
    };

    private static final String ALL = "×─…█▏▎▍▌▋▊▉▁▂▃▄▅▆▇·−→≠≥µ⌊⌋⌈⌉²³⁴⁵⁶";

    private final String times;
    private final char rule;
    private final String ellipsis;
    private final String block;
    private final String slivers;
    private final String rises;

    Glyphs(String times, char rule, String ellipsis, String block, String slivers, String rises) {
        this.times = times;
        this.rule = rule;
        this.ellipsis = ellipsis;
        this.block = block;
        this.slivers = slivers;
        this.rises = rises;
    }

    /** The finest that can be written in a charset: all of the drawn ones or none, so that a table is of one piece. */
    public static Glyphs thatFit(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(ALL) ? UNICODE : ASCII;
    }

    /** Between the extents of a shape. */
    public String times() {
        return times;
    }

    /** Below headers. */
    public char rule() {
        return rule;
    }

    /** In place of what was left out. */
    String ellipsis() {
        return ellipsis;
    }

    /** A full step of a bar. */
    public String block() {
        return block;
    }

    /** Parts of a step of a bar, in equal steps from the narrowest; may be empty. */
    String slivers() {
        return slivers;
    }

    /** Parts of a step of a column, in equal steps from the lowest; may be empty. */
    public String rises() {
        return rises;
    }

    /** The report's own words and formulas, with the characters that there are. */
    public abstract String translate(String text);

    private static String plain(char glyph) {
        return switch (glyph) {
            case '×' -> "x";
            case '─', '−' -> "-";
            case '…' -> "...";
            case '·' -> "*";
            case '→' -> "->";
            case '²' -> "^2";
            case '³' -> "^3";
            case '⁴' -> "^4";
            case '⁵' -> "^5";
            case '⁶' -> "^6";
            case '≠' -> "!=";
            case '≥' -> ">=";
            case 'µ' -> "u";
            case '⌊' -> "floor(";
            case '⌈' -> "ceil(";
            case '⌋', '⌉' -> ")";
            default -> String.valueOf(glyph);
        };
    }
}
