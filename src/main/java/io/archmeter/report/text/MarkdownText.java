package io.archmeter.report.text;

/** What others have written, in GitHub's Markdown. */
public final class MarkdownText {
    private static final String SPECIAL = "\\`*_[]<>|&~$#";

    private MarkdownText() {}

    /** A text on one line, every mark in it meant as itself. */
    public static String of(String text) {
        String plain = PlainText.of(text);
        StringBuilder escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
