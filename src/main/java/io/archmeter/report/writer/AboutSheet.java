package io.archmeter.report.writer;

import io.archmeter.problem.Visible;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Table;
import io.archmeter.report.workbook.Sheet;
import io.archmeter.report.workbook.SheetCell;
import io.archmeter.report.workbook.SheetColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The last sheet of a workbook: what holds for all of it, what was found, and what the words mean. */
final class AboutSheet {
    static final String NAME = "about";

    private static final List<SheetColumn> COLUMNS =
            List.of(new SheetColumn("what", false, 30), new SheetColumn("value", false, 110));

    private static final String LONG_NUMBERS =
            "a number of more than 15 digits is a text here, and in no sum: a spreadsheet would not keep all of them";

    private final SheetCells cells = new SheetCells();
    private final List<List<SheetCell>> rows = new ArrayList<>();

    private AboutSheet() {}

    /**
     * The sheet.
     *
     * @param documents of which the first is what was asked for
     * @param explained whether notes say what words mean
     * @param longNumbers whether other sheets have numbers that a spreadsheet would not keep
     */
    static Sheet of(String name, List<NamedDocument> documents, boolean explained, boolean longNumbers) {
        AboutSheet about = new AboutSheet();
        Document first = documents.get(0).document();
        about.addText("about", first.title());
        first.about().forEach(about::addFact);
        first.remarks().forEach(about::addRemark);
        if (explained) {
            about.addNotes(documents);
        }
        if (longNumbers || about.cells.hasLongNumbers()) {
            about.addText("note", LONG_NUMBERS);
        }
        return new Sheet(name, COLUMNS, 1, true, about.rows.size(), about.rows, List.of());
    }

    /** Lists are for programs; people find what is in them among the remarks and notes. */
    private void addFact(HeaderField fact) {
        boolean forPrograms = fact.place() == HeaderField.Place.NOWHERE;
        if (!(forPrograms && fact.value() instanceof Cell.Items)) {
            add(fact.label().isEmpty() ? fact.key() : fact.label(), fact.value());
        }
    }

    private void add(String label, Cell value) {
        if (value instanceof Cell.Members members) {
            members.members().forEach(member -> add(label + " " + member.label(), member.value()));
        } else if (!value.equals(Cell.EMPTY)) {
            rows.add(List.of(SheetCell.text(Visible.of(label)), cells.of(value)));
        }
    }

    private void addRemark(Detail.Remark remark) {
        rows.add(List.of(
                SheetCell.text("result"), cells.of(new Cell.Toned(remark.tone(), new Cell.Text(remark.caption())))));
        remark.lines().forEach(line -> addText("", line));
    }

    private void addNotes(List<NamedDocument> documents) {
        Set<String> notes = new LinkedHashSet<>();
        for (NamedDocument named : documents) {
            Set<String> shown = shown(named.document());
            named.document().notes().stream()
                    .filter(note -> note.explains(shown))
                    .map(Note::text)
                    .forEach(notes::add);
        }
        notes.forEach(note -> addText("note", note));
    }

    /** The keys of its columns and facts. */
    private static Set<String> shown(Document document) {
        Set<String> keys = new HashSet<>();
        for (List<Column> columns :
                List.of(document.table().heading(), document.table().columns())) {
            Table.shown(columns, Format.XLSX)
                    .forEach(column -> keys.add(columns.get(column).key()));
        }
        document.about().forEach(fact -> keys.add(fact.key()));
        return keys;
    }

    private void addText(String label, String text) {
        rows.add(List.of(SheetCell.text(label), cells.of(new Cell.Text(text))));
    }
}
