package io.archmeter.report.markup;

/** Texts in XML 1.0. */
public final class XmlText {
    private static final String REPLACEMENT = "\uFFFD";

    private XmlText() {}

    /** A text in an element. A parser would make a line break of a carriage return, so that it is written as a reference. */
    public static String content(String text) {
        return escaped(text, "\r");
    }

    /** A text in an attribute in double quotes. A parser would make a space of a line break there. */
    public static String attribute(String text) {
        return escaped(text, "\t\n\r");
    }

    private static String escaped(String text, String references) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (references.indexOf(point) >= 0) {
                escaped.append("&#").append(point).append(';');
            } else {
                append(point, escaped);
            }
        });
        return escaped.toString();
    }

    /** Whether there is surely nothing to escape: a page has a hundred thousand texts, and nearly all are like that. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' '
                    || unit >= Character.MIN_SURROGATE
                    || unit == '<'
                    || unit == '>'
                    || unit == '&'
                    || unit == '"') {
                return false;
            }
        }
        return true;
    }

    private static void append(int point, StringBuilder escaped) {
        switch (point) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> {
                if (isAllowed(point)) {
                    escaped.appendCodePoint(point);
                } else {
                    escaped.append(REPLACEMENT);
                }
            }
        }
    }

    /** XML 1.0, section 2.2, production 2. There is no way to write the others, not even as a reference. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000 && point <= 0x10FFFF;
    }
}
