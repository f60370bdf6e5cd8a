package io.archmeter.report.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a spreadsheet shows what is in a cell, as its codes say it (ECMA-376-1, 18.8.31). */
public enum NumberFormat {
    GENERAL("General", 0, 0),
    /** Digits in groups of three. */
    COUNT("#,##0", 0, 0),
    /** The same, with its sign. */
    CHANGE("+#,##0;-#,##0;0", 0, 1),
    RATIO("#,##0.00", 2, 0),
    PERCENT("#,##0.0%", 1, 1),
    PERCENT_CHANGE("+#,##0.0%;-#,##0.0%;0.0%", 1, 2),
    /** What is typed into such a cell stays a text, too. */
    TEXT("@", 0, 0);

    private final String code;
    private final int decimals;
    private final int signs;

    /** @param signs how many characters stand beside the digits */
    NumberFormat(String code, int decimals, int signs) {
        this.code = code;
        this.decimals = decimals;
        this.signs = signs;
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
