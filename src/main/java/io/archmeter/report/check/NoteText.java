package io.archmeter.report.check;

import io.archmeter.budget.check.Note;

/** Notes as people read them. */
final class NoteText {
    private NoteText() {}

    /** With its place in front: {@code archmeter-budget.yaml:4:13: note: [new-model] specs/small.yaml: …}. */
    static String headline(Note note, Places places) {
        return places.shown(note.place()) + ": note: [" + note.rule().id() + "] " + fact(note);
    }

    static String fact(Note note) {
        return note.model() + ": " + note.text();
    }
}
