package io.archmeter.budget.file;

import io.archmeter.pattern.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the pattern of a file's name, as shells and {@link java.nio.file.FileSystem#getPathMatcher} know it: {@code *} is any
 * text, {@code ?} a character, {@code [a-c]} and {@code [!abc]} one of some, {@code {a,b}} a choice, and a backslash takes the
 * meaning from what follows. The matcher of Java would try all ways to share a name among the stars, which has no end.
 */
final class FileNamePattern {
    private static final int MOST_CHOICES = 1_000;

    /** No file system has longer names. */
    private static final int LONGEST = 255;

    private final String text;
    private int at;

    private FileNamePattern(String text) {
        this.text = text;
    }

    /**
     * The patterns of which a name has to fit one.
     *
     * @throws PatternSyntaxException where the text is no pattern
     */
    static List<TextPattern> parse(String text) {
        if (text.length() > LONGEST) {
            throw wrong("it has a name of more than " + LONGEST + " characters", text);
        }
        FileNamePattern pattern = new FileNamePattern(text);
        return pattern.choices("").stream().map(TextPattern::new).toList();
    }

    /** What stands before one of the ends, or the end of the text; for each choice in it, the whole once. */
    private List<List<IntPredicate>> choices(String ends) {
        List<List<IntPredicate>> choices = List.of(List.of());
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            choices = joined(choices, text.charAt(at) == '{' ? braces() : List.of(List.of(part())));
        }
        return choices;
    }

    private List<List<IntPredicate>> joined(List<List<IntPredicate>> starts, List<List<IntPredicate>> ends) {
        if (starts.size() * ends.size() > MOST_CHOICES) {
            throw wrong("its braces give more than 1,000 choices", text);
        }
        List<List<IntPredicate>> joined = new ArrayList<>();
        for (List<IntPredicate> start : starts) {
            for (List<IntPredicate> end : ends) {
                List<IntPredicate> whole = new ArrayList<>(start);
                whole.addAll(end);
                joined.add(whole);
            }
        }
        return joined;
    }

    private List<List<IntPredicate>> braces() {
        List<List<IntPredicate>> all = new ArrayList<>();
        do {
            at++;
            all.addAll(choices(",}"));
        } while (at < text.length() && text.charAt(at) == ',');
        if (at == text.length()) {
            throw wrong("a '{' is not closed", text);
        }
        at++;
        return all;
    }

    private IntPredicate part() {
        return switch (text.charAt(at)) {
            case '*' -> taken(TextPattern.GAP);
            case '?' -> taken(c -> true);
            case '[' -> oneOf();
            default -> letter();
        };
    }

    private IntPredicate taken(IntPredicate part) {
        at++;
        return part;
    }

    private IntPredicate letter() {
        at += text.charAt(at) == '\\' ? 1 : 0;
        if (at == text.length()) {
            throw wrong("nothing stands behind its last backslash", text);
        }
        char letter = text.charAt(at);
        return taken(c -> c == letter);
    }

    /** A {@code ]} that stands first is one of the characters, as in POSIX. */
    private IntPredicate oneOf() {
        boolean others = text.startsWith("[!", at);
        int start = at + (others ? 2 : 1);
        int end = text.indexOf(']', start + 1);
        if (end < 0) {
            throw wrong("a '[' is not closed", text);
        }
        at = end + 1;
        String letters = text.substring(start, end);
        return c -> contains(letters, c) != others;
    }

    private static boolean contains(String letters, int c) {
        int i = 0;
        while (i < letters.length()) {
            boolean range = i + 2 < letters.length() && letters.charAt(i + 1) == '-';
            char last = letters.charAt(range ? i + 2 : i);
            if (c >= letters.charAt(i) && c <= last) {
                return true;
            }
            i += range ? 3 : 1;
        }
        return false;
    }

    private static PatternSyntaxException wrong(String fact, String text) {
        return new PatternSyntaxException(fact, text, -1);
    }
}
