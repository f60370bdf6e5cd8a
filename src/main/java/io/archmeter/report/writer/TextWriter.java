package io.archmeter.report.writer;

import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Tone;
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
    private final Colours colours;

    TextWriter(Page page) {
        this.page = page;
        this.cells = new TextCells(page.glyphs());
        this.colours = new Colours(page.coloured());
    }

    @Override
    public void write(Document document, Writer out) throws IOException {
        writeWrapped(PlainText.of(document.title()), out);
        String about = about(document);
        if (!about.isEmpty()) {
            writeWrapped(about, out);
        }
        if (!document.table().sectionsForPeople().isEmpty()) {
            out.write('\n');
        }
        ShownColumns shown = new ShownColumns();
        switch (document.table().layout()) {
            case GRID, GROUPS, DETAILS -> new TextGrid(document.table(), page).write(out, shown);
            case EQUATIONS -> new TextEquations(document.table(), page).write(out);
        }
        writeParagraph(out, below(document));
        document.about().forEach(fact -> shown.add(fact.key()));
        writeLast(document, shown, out);
        out.flush();
    }

    private void writeLast(Document document, ShownColumns shown, Writer out) throws IOException {
        List<String> notes = page.explained() ? notes(document, shown) : List.of();
        writeParagraph(out, notes);
        if (notes.isEmpty() && !document.remarks().isEmpty()) {
            out.write('\n');
        }
        for (Detail.Remark remark : document.remarks()) {
            writeWrapped(PlainText.of(remark.caption()), remark.tone(), out);
        }
    }

    private static List<String> notes(Document document, ShownColumns shown) {
        List<String> notes = new ArrayList<>(shown.note());
        document.notes().stream().filter(note -> note.explains(shown.keys())).forEach(note -> notes.add(note.text()));
        return notes;
    }

    /** {@code input 1×3×224×224, batch 1, dtype float32, inference}. */
    private String about(Document document) {
        StringBuilder about = new StringBuilder();
        for (HeaderField fact : document.facts(HeaderField.Place.ABOVE_TABLE)) {
            String label = fact.label();
            about.append(about.isEmpty() ? "" : ", ").append(label).append(label.isEmpty() ? "" : " ");
            about.append(cells.textOf(fact.value()));
        }
        return about.toString();
    }

    private List<String> below(Document document) {
        return document.facts(HeaderField.Place.BELOW_TABLE).stream()
                .map(fact -> fact.label() + " " + cells.textOf(fact.value()))
                .toList();
    }

    private void writeParagraph(Writer out, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            out.write('\n');
        }
        for (String line : lines) {
            writeWrapped(line, out);
        }
    }

    private void writeWrapped(String sentence, Writer out) throws IOException {
        writeWrapped(sentence, Tone.PLAIN, out);
    }

    private void writeWrapped(String sentence, Tone tone, Writer out) throws IOException {
        Lines.write(colours.of(tone, Wrapped.lines(sentence, page)), out);
    }
}
