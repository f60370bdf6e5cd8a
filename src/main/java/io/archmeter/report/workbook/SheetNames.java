package io.archmeter.report.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names that sheets can have: not empty, without the characters that are signs in formulas, not too long, and no two the same
 * ("Rename a worksheet" in Excel's manual). Spreadsheets take no notice of upper and lower case in them.
 */
public final class SheetNames {
    /** In units of UTF-16. */
    static final int LONGEST = 31;

    /** The apostrophe can stand within a name, if it is doubled in formulas: the library does not double it. */
    private static final String SIGNS = "[]:*?/\\'";

    private static final char INSTEAD = '-';
    private static final String CUT = "…";

    /** Excel keeps this one for itself. */
    private static final String RESERVED = "history";

    private final Set<String> taken = new HashSet<>(Set.of(RESERVED));

    /** The name itself where a sheet can have it and none has it yet, and one that is like it otherwise. */
    public String like(String wanted) {
        String possible = possible(wanted);
        String name = shortened(possible, LONGEST);
        for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
            String number = " (" + copy + ")";
            name = shortened(possible, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String possible(String wanted) {
        StringBuilder possible = new StringBuilder(wanted.strip());
        for (int i = 0; i < possible.length(); i++) {
            if (SIGNS.indexOf(possible.charAt(i)) >= 0 || Character.isISOControl(possible.charAt(i))) {
                possible.setCharAt(i, INSTEAD);
            }
        }
        return possible.isEmpty() ? "sheet" : possible.toString();
    }

    /** Begin and end, by which names of one family differ. */
    private static String shortened(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int room = longest - CUT.length();
        int begin = room / 2;
        int end = name.length() - (room - begin);
        return name.substring(0, Character.isHighSurrogate(name.charAt(begin - 1)) ? begin - 1 : begin)
                + CUT
                + name.substring(Character.isLowSurrogate(name.charAt(end)) ? end + 1 : end);
    }
}
