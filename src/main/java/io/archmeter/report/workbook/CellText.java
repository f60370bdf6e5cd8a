package io.archmeter.report.workbook;

import java.util.regex.Pattern;

/** Texts in cells. */
final class CellText {
    /** What a cell has room for, in units of UTF-16 ("Excel specifications and limits"). */
    static final int LONGEST = 32_767;

    private static final String CUT = "…";

    /** What a reader would take for the code of a character (ECMA-376-1, 22.9.2.19). */
    private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** A text that a reader takes for nothing else; what does not fit ends with an ellipsis. */
    static String of(String text) {
        String fitting = text.length() <= LONGEST ? text : begin(text) + CUT;
        return fitting.contains("_x") ? CODE.matcher(fitting).replaceAll("_x005F_") : fitting;
    }

    /** As much as fits, with no half of a pair at its end. */
    private static String begin(String text) {
        int end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
