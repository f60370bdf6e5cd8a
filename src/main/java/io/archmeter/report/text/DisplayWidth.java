package io.archmeter.report.text;

/** How many columns of a terminal a text takes. */
public final class DisplayWidth {
    /** Below this every character that is not a control takes one column. */
    private static final int FIRST_COMBINING = 0x300;

    /**
     * First and last code points of the ranges that take two columns: width W and F in Unicode's EastAsianWidth.txt, joined
     * where only unassigned code points lie between.
     */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x2614, 0x2615},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97C},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18DFF},
        {0x1B000, 0x1B2FF},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private DisplayWidth() {}

    /** The columns of a text; its controls, if it has any, count as one each. */
    public static int of(String text) {
        // Read at once: the first tables of a Java that has just started are written before anything is compiled.
        for (char unit : text.toCharArray()) {
            if (unit >= FIRST_COMBINING) {
                return ofPoints(text);
            }
        }
        return text.length();
    }

    private static int ofPoints(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            width += of(point);
            i += Character.charCount(point);
        }
        return width;
    }

    static int of(int point) {
        if (point < FIRST_COMBINING) {
            return 1;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        for (int[] range : WIDE) {
            if (point <= range[1]) {
                return point >= range[0];
            }
        }
        return false;
    }
}
