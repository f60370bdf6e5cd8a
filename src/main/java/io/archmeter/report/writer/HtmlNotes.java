package io.archmeter.report.writer;

import io.archmeter.report.document.Note;
import io.archmeter.report.markup.Markup;
import java.util.List;

/** What words mean: a list of words, each with its meaning. */
final class HtmlNotes {
    /** What stands between a word and its meaning in the text of a note. */
    private static final String MEANS = ": ";

    private static final String NAME = "notes";

    private HtmlNotes() {}

    /** Writes those that explain what was seen. */
    static void write(List<Note> notes, ShownColumns seen, Markup page) {
        List<String> texts = notes.stream()
                .filter(note -> note.explains(seen.keys()))
                .map(Note::text)
                .toList();
        if (texts.isEmpty()) {
            return;
        }
        page.open("section", "notes").attribute("aria-labelledby", NAME).line();
        page.open("h2")
                .attribute("id", NAME)
                .text("What the words mean")
                .close()
                .line();
        List<String> meanings =
                texts.stream().filter(text -> text.contains(MEANS)).toList();
        if (!meanings.isEmpty()) {
            page.open("dl").line();
            meanings.forEach(text -> write(text, text.indexOf(MEANS), page));
            page.close().line();
        }
        texts.stream()
                .filter(text -> !text.contains(MEANS))
                .forEach(text -> page.element("p", text).line());
        page.close().line();
    }

    private static void write(String text, int end, Markup page) {
        page.element("dt", text.substring(0, end))
                .element("dd", text.substring(end + MEANS.length()))
                .line();
    }
}
