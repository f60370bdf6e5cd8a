package io.archmeter.source;

/** Words of a text, of which a large one has the same few again and again: a word that was met lately is not made anew. */
final class RepeatedWords {
    private static final int SIZE = 1 << 10;
    private static final int LONGEST = 32;

    private final String[] known = new String[SIZE];

    /**
     * A part of a text.
     *
     * @param end of the first character after it
     */
    String at(String text, int start, int end) {
        if (end - start > LONGEST) {
            return text.substring(start, end);
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & (SIZE - 1);
        String before = known[slot];
        if (before != null && before.length() == end - start && text.startsWith(before, start)) {
            return before;
        }
        known[slot] = text.substring(start, end);
        return known[slot];
    }
}
