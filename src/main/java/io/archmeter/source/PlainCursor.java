package io.archmeter.source;

import io.archmeter.problem.Span;

/**
 * Goes through the text of a {@link PlainYaml}, from one word to the next. What is not plain ends it with {@link NotPlain}: a tab, an escape, a
 * text over several lines.
 */
final class PlainCursor {
    /** The text has something in it that only the engine reads. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** It goes no farther than the reader, and says only that. */
        private NotPlain() {
            super("not plain", null, false, false);
        }
    }

    /** The engine reads keys up to 1024 characters; so long a one is not worth knowing exactly how it counts them. */
    private static final int LONGEST_KEY = 500;

    private static final int END = -1;

    private final String file;
    private final String text;
    private final RepeatedWords words;
    private int at;
    private int line;
    private int lineStart;

    /**
     * @param at where it begins: at the start of a line, or of the blanks before a value
     * @param line the number of that line, from 1
     * @param lineStart where that line begins
     */
    PlainCursor(TextFile text, RepeatedWords words, int at, int line, int lineStart) {
        this.file = text.name();
        this.text = text.text();
        this.words = words;
        this.at = at;
        this.line = line;
        this.lineStart = lineStart;
    }

    static NotPlain notPlain() {
        return new NotPlain();
    }

    int offset() {
        return at;
    }

    int line() {
        return line;
    }

    int lineStart() {
        return lineStart;
    }

    /** How far it is from the start of the line; negative at the end of the text. */
    int column() {
        return at == text.length() ? END : at - lineStart;
    }

    Span place() {
        return new Span(file, line, at - lineStart + 1);
    }

    /** The next character; a line feed at the end of the text. */
    char here() {
        return after(0);
    }

    private char after(int characters) {
        return at + characters < text.length() ? text.charAt(at + characters) : '\n';
    }

    /** Goes over a character that is known to stand here. */
    void step() {
        at++;
    }

    void skipBlanks() {
        while (here() == ' ') {
            at++;
        }
    }

    /** Whether a character stands here, and after it a blank or the end of the line. */
    boolean atMark(char mark) {
        return here() == mark && (after(1) == ' ' || after(1) == '\n');
    }

    /** Whether nothing follows on this line but a comment. */
    boolean atEndOfLine() {
        return here() == '\n' || here() == '#';
    }

    /** To the first character of the next line that says something, past a comment on this one. */
    void toNextLine() {
        boolean apart = at == lineStart || text.charAt(at - 1) == ' ' || here() == ' ';
        skipBlanks();
        if (here() == '#' && apart) {
            toEndOfLine();
        }
        if (here() != '\n') {
            throw notPlain();
        }
        while (here() == '\n' && at < text.length()) {
            at++;
            line++;
            lineStart = at;
            skipBlanks();
            if (here() == '#') {
                toEndOfLine();
            }
        }
    }

    private void toEndOfLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** Whether a quote stands here. */
    boolean atQuote() {
        return here() == '"' || here() == '\'';
    }

    /** A text in quotes, of which the first stands here. */
    String quoted() {
        char quote = here();
        int start = at + 1;
        at = start;
        while (here() != quote) {
            if (here() == '\n' || here() == '\\' && quote == '"') {
                throw notPlain();
            }
            at++;
        }
        at++;
        if (here() == quote) {
            // Two single quotes in a text stand for one.
            throw notPlain();
        }
        return words.at(text, start, at - 1);
    }

    /**
     * A word or several, without quotes.
     *
     * @param inFlow whether it stands in brackets, which end it
     */
    String unquoted(boolean inFlow) {
        requireFirst();
        int start = at;
        while (!endsUnquoted(inFlow)) {
            at++;
        }
        int end = at;
        while (text.charAt(end - 1) == ' ') {
            end--;
        }
        at = end;
        return words.at(text, start, end);
    }

    private boolean endsUnquoted(boolean inFlow) {
        char here = here();
        if (here == ':') {
            char next = after(1);
            if (inFlow && isBracket(next)) {
                throw notPlain();
            }
            return next == ' ' || next == '\n';
        }
        return here == '\n' || here == '#' && text.charAt(at - 1) == ' ' || inFlow && isBracket(here);
    }

    private static boolean isBracket(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '?';
    }

    /** Most signs mean something at the start of a value; a minus may begin a number. */
    private void requireFirst() {
        char first = here();
        boolean number = first == '-' && (isDigit(after(1)) || after(1) == '.');
        boolean dots = first == '.' && after(1) == '.';
        if (!number && "-?:,[]{}#&*!|>'\"%@`\n".indexOf(first) >= 0 || dots) {
            throw notPlain();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Past the colon after a key, and the blanks after it. */
    Span afterKey(String key) {
        if (!atMark(':') || key.isEmpty() || key.length() > LONGEST_KEY || key.equals("<<")) {
            throw notPlain();
        }
        step();
        Span behind = place();
        skipBlanks();
        return behind;
    }

    /** Whether all characters of a text count as one column each, and none is another kind of blank or line end. */
    static boolean hasPlainCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7F
                    || c == '\n'
                    || c >= 0xA0 && c < 0xFE00 && c != 0x2028 && c != 0x2029 && !Character.isSurrogate(c);
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
