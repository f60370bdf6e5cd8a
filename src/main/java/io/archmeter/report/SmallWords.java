package io.archmeter.report;

import java.util.List;

/** Words between words. */
final class SmallWords {
    private SmallWords() {}

    /** {@code batch, height and width}. */
    static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
