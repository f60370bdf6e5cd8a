package io.archmeter.report.writer;

import io.archmeter.report.markup.Markup;

/** The headings of a page, one below the other without a gap between their levels, each with a name to be called by. */
final class HtmlOutline {
    /** The name of the one heading of the first level. */
    static final String TITLE = "title";

    private static final int DEEPEST = 6;

    private final Markup page;
    private int headings;
    private int level = 2;

    HtmlOutline(Markup page) {
        this.page = page;
    }

    /** Writes a heading, and returns its name. */
    String write(String text) {
        String name = "heading-" + ++headings;
        page.open("h" + Math.min(level, DEEPEST))
                .attribute("id", name)
                .text(text)
                .close()
                .line();
        return name;
    }

    /** What is written there stands below the last heading. */
    void below(Runnable written) {
        level++;
        written.run();
        level--;
    }
}
