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
            case GRID, DETAILS -> new TextGrid(document.table(), page).write(out, shown);
            case EQUATIONS -> new TextEquations(document.table(), page).write(out);
        }
        writeParagraph(out, below(document));
        document.about().forEach(fact -> shown.add(fact.key()));
        writeParagraph(out, last(document, shown));
        out.flush();
    }

    private List<String> last(Document document, ShownColumns shown) {
        List<String> lines = new ArrayList<>();
        if (page.explained()) {
            lines.addAll(shown.note());
            document.notes().stream()
                    .filter(note -> note.explains(shown.keys()))
                    .forEach(note -> lines.add(note.text()));
        }
        document.remarks().forEach(remark -> lines.add(PlainText.of(remark.caption())));
        return lines;
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
            writeWrapped(line, out);
        }
    }

    private void writeWrapped(String sentence, Writer out) throws IOException {
        for (String line : Wrapped.lines(sentence, page)) {
            out.write(line);
            out.write('\n');
        }
    }
}
