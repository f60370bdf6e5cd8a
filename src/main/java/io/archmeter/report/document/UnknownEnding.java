package io.archmeter.report.document;

import java.util.List;

/**
 * An ending that names a format which cannot be written.
 *
 * @param ending without the point in front, as it is given: {@code docx}
 * @param known what a file can end in instead, with the point in front
 */
public record UnknownEnding(String ending, List<String> known) {
    public UnknownEnding {
        known = List.copyOf(known);
    }

    /** What is wrong. */
    public String fact() {
        return "there is no format for files that end in '." + ending + "'";
    }

    /** What to do. */
    public String remedy() {
        int last = known.size() - 1;
        return "use a name that ends in " + String.join(", ", known.subList(0, last)) + " or " + known.get(last)
                + "; --format text writes text into this file all the same";
    }
}
