package io.archmeter.report.writer;

import io.archmeter.report.text.PlainText;

/** Texts on a page: what cannot be seen in a name is written as its code there too. */
final class HtmlText {
    private HtmlText() {}

    static String of(String text) {
        return PlainText.of(text);
    }
}
