package io.archmeter.report.writer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would read as something else when it opens a file: a layer {@code 0.10} as the number 0.1, {@code 1-2} and {@code
 * dec1} as days, {@code 1e5} as 100,000. A formula whose value is the text keeps it, with no character more in the cell. (What Excel does to
 * names of genes is well known: Ziemann, Eren and El-Osta, "Gene name errors are widespread in the scientific literature", 2016.)
 */
final class SpreadsheetText {
    private static final String MONTH =
            "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?"
                    + "|oct(ober)?|nov(ember)?|dec(ember)?)";

    private static final String BETWEEN = "[\\s./,-]*";

    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            String.join(
                    "|",
                    List.of(
                            "[\\s(+.,$€£¥-]*\\p{Nd}[\\p{Nd}\\s()+.,:/%'$€£¥ed-]*([ap]m?)?",
                            "\\p{Nd}+" + BETWEEN + MONTH + BETWEEN + "\\p{Nd}*",
                            MONTH + BETWEEN + "\\p{Nd}+" + BETWEEN + "\\p{Nd}*",
                            "true|false")),
            Pattern.CASE_INSENSITIVE);

    private SpreadsheetText() {}

    /** {@code ="0.10"}; a text that stays one as it is. */
    static String of(String text) {
        return SOMETHING_ELSE.matcher(text).matches() ? "=\"" + text + "\"" : text;
    }
}
