package io.archmeter.report.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a spreadsheet shows what is in a cell. Those below {@link #FIRST_OWN} every spreadsheet knows (ECMA-376-1, 18.8.30). */
public enum NumberFormat {
    GENERAL(0, "", 0, 0),
    /** Digits in groups of three. */
    COUNT(3, "#,##0", 0, 0),
    /** The same, with its sign. */
    CHANGE(164, "+#,##0;-#,##0;0", 0, 1),
    RATIO(4, "#,##0.00", 2, 0),
    PERCENT(165, "#,##0.0%", 1, 1),
    PERCENT_CHANGE(166, "+#,##0.0%;-#,##0.0%;0.0%", 1, 2),
    /** What is typed into such a cell stays a text, too. */
    TEXT(49, "@", 0, 0);

    static final int FIRST_OWN = 164;

    private final int id;
    private final String code;
    private final int decimals;
    private final int signs;

    /** @param signs how many characters stand beside the digits */
    NumberFormat(int id, String code, int decimals, int signs) {
        this.id = id;
        this.code = code;
        this.decimals = decimals;
        this.signs = signs;
    }

    int id() {
        return id;
    }

    String code() {
        return code;
    }

    /** About how many characters a number takes. */
    public int width(BigDecimal number) {
        BigDecimal shown = this == PERCENT || this == PERCENT_CHANGE ? number.movePointRight(2) : number;
        int digits = shown.setScale(0, RoundingMode.HALF_UP).abs().toString().length();
        return digits + (digits - 1) / 3 + (decimals == 0 ? 0 : 1 + decimals) + signs + (shown.signum() < 0 ? 1 : 0);
    }
}
