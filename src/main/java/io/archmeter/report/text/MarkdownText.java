package io.archmeter.report.text;

/** What others have written, in GitHub's Markdown. */
public final class MarkdownText {
    private static final String SPECIAL = "\\`*_[]<>|&~$#";

    /** A space of no width, which belongs to no name and no address. */
    private static final String BREAK = "&#8203;";

    private MarkdownText() {}

    /** A text on one line, every mark in it meant as itself. */
    public static String of(String text) {
        String plain = PlainText.of(text);
        StringBuilder escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            if (callsOut(plain, i)) {
                escaped.append(BREAK);
            }
        }
        return escaped.toString();
    }

    /**
     * Whether what ends here would mean something outside of the page with what follows: {@code @someone} is told of it, and
     * {@code #12}, {@code https://…} and {@code www.…} become links. A backslash does not help: they are looked for in the text that Markdown
     * has already become ("Autolinked references and URLs", GitHub Docs).
     */
    private static boolean callsOut(String text, int at) {
        char c = text.charAt(at);
        if (at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return switch (c) {
            case '@' -> Character.isLetterOrDigit(next);
            case '#' -> next >= '0' && next <= '9';
            case ':' -> text.startsWith("//", at + 1);
            case 'w', 'W' -> next == '.' && at >= 2 && text.regionMatches(true, at - 2, "www", 0, 3);
            case '-' -> next >= '0' && next <= '9' && at >= 2 && text.regionMatches(true, at - 2, "GH", 0, 2);
            default -> false;
        };
    }
}
