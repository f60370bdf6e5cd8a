package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Fact;
import io.archmeter.report.text.Page;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Wrapped;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A page for people: the title, what holds for all of it, the table, and notes. */
final class TextWriter implements DocumentWriter {
    private final Page page;
    private final TextCells cells;

    TextWriter(Page page) {
        this.page = page;
        this.cells = new TextCells(page.glyphs());
    }

    @Override
    public void write(Document document, Writer out) throws IOException {
        line(out, PlainText.of(document.title()));
        String about = about(document);
        if (!about.isEmpty()) {
            line(out, about);
        }
        if (!document.table().sectionsForPeople().isEmpty()) {
            out.write('\n');
        }
        List<String> notes = new ArrayList<>();
        switch (document.table().layout()) {
            case GRID, DETAILS -> notes.addAll(new TextGrid(document.table(), page).write(out));
            case EQUATIONS -> new TextEquations(document.table(), page.glyphs()).write(out);
        }
        notes.addAll(document.notes());
        writeParagraph(out, below(document));
        // Tables that stand below each other may leave out the same columns.
        writeParagraph(out, notes.stream().distinct().toList());
        out.flush();
    }

    /** {@code input 1×3×224×224, batch 1, dtype float32, inference}. */
    private String about(Document document) {
        StringBuilder about = new StringBuilder();
        for (Fact fact : document.facts(Fact.Place.ABOVE_TABLE)) {
            String label = fact.label();
            about.append(about.isEmpty() ? "" : ", ").append(label).append(label.isEmpty() ? "" : " ");
            about.append(cells.textOf(fact.value()));
        }
        return about.toString();
    }

    private List<String> below(Document document) {
        return document.facts(Fact.Place.BELOW_TABLE).stream()
                .map(fact -> fact.label() + " " + cells.textOf(fact.value()))
                .toList();
    }

    private void writeParagraph(Writer out, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            out.write('\n');
        }
        for (String line : lines) {
            Wrapped.write(line, page, out);
        }
    }

    private static void line(Writer out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
