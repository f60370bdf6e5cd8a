package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Page;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Shortened;
import io.archmeter.report.text.Wrapped;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.IntFunction;

/** Rows below headers, in columns that are as wide as their widest cell, or as the page allows. */
final class TextGrid {
    private static final int GAP = 2;

    private final Table table;
    private final Page page;
    private final RowTexts texts;
    private final Colours colours;
    private final TextHeading heading;
    private final GridFit fit;

    TextGrid(Table table, Page page) {
        this.table = table;
        this.page = page;
        List<Integer> shown = Table.shown(table.columns(), Format.TEXT);
        this.texts = new RowTexts(new TextCells(page.glyphs()), shown);
        this.colours = new Colours(page.coloured());
        this.heading = new TextHeading(table.heading(), page.glyphs());
        this.fit = GridFit.of(table.columns(), CommonHeaders.widened(naturalWidths(shown), table.columns()), page);
    }

    /** Writes the table, and notes which columns are seen. */
    void write(Writer out, ShownColumns shown) throws IOException {
        if (table.hasRowsForPeople()) {
            shown.add(table.columns(), fit);
        }
        if (isGrouped()) {
            writeHeaders(out);
        }
        String before = "";
        for (Section section : table.sectionsForPeople()) {
            out.write(before);
            before = "\n";
            String above = "";
            String line = table.hasHeadings() ? heading.of(section) : "";
            if (table.hasHeadings() && !(isGrouped() && line.isEmpty())) {
                Lines.write(Wrapped.lines(line, page), out);
                above = "\n";
            }
            if (table.showsRowsOf(section)) {
                writeRows(section, out);
                above = "\n";
            }
            for (Detail detail : section.details()) {
                out.write(above);
                above = "\n";
                writeDetail(detail, out, shown);
            }
        }
    }

    private boolean isGrouped() {
        return table.layout() == Table.Layout.GROUPS;
    }

    private void writeHeaders(Writer out) throws IOException {
        String common = CommonHeaders.line(table.columns(), fit, page.glyphs());
        out.write(common.isEmpty() ? "" : common + "\n");
        writeLine(out, headers(), column -> Tone.PLAIN);
        writeRule(out);
    }

    private void writeRows(Section section, Writer out) throws IOException {
        if (!isGrouped()) {
            writeHeaders(out);
        }
        for (Row row : section.rowsFor(Audience.PEOPLE)) {
            writeRow(out, row);
        }
        if (section.totals().isPresent()) {
            writeRule(out);
            writeRow(out, section.totals().get());
        }
    }

    private void writeDetail(Detail detail, Writer out, ShownColumns shown) throws IOException {
        if (detail instanceof Detail.Drawn) {
            return;
        }
        Tone tone = detail instanceof Detail.Remark remark ? remark.tone() : Tone.PLAIN;
        Lines.write(colours.of(tone, Wrapped.lines(PlainText.of(detail.caption()), page)), out);
        if (detail instanceof Detail.Listing listing) {
            new TextGrid(listing.table(), page).write(out, shown);
        } else if (detail instanceof Detail.Remark remark) {
            for (String line : remark.lines()) {
                Lines.write(Wrapped.indented(PlainText.of(line), page), out);
            }
        } else if (detail instanceof Detail.Chart chart) {
            Lines.write(TextChart.lines(chart, page), out);
        }
    }

    private int[] naturalWidths(List<Integer> shown) {
        int[] widths = new int[table.columns().size()];
        for (int column : shown) {
            widths[column] = DisplayWidth.of(table.columns().get(column).header());
        }
        for (Section section : table.sections()) {
            for (Row row : section.rowsFor(Audience.PEOPLE)) {
                widen(widths, shown, row);
            }
            if (section.totals().isPresent()) {
                widen(widths, shown, section.totals().get());
            }
        }
        return widths;
    }

    private void widen(int[] widths, List<Integer> shown, Row row) {
        String[] words = texts.of(row);
        for (int column : shown) {
            widths[column] = Math.max(widths[column], DisplayWidth.of(words[column]));
        }
    }

    private String[] headers() {
        String[] headers = new String[table.columns().size()];
        for (int column : fit.columns()) {
            headers[column] =
                    page.glyphs().translate(table.columns().get(column).header());
        }
        return headers;
    }

    private void writeRow(Writer out, Row row) throws IOException {
        writeLine(out, texts.of(row), column -> Colours.toneOf(row.cell(column)));
    }

    /**
     * @param texts by the number of the column
     * @param tones by the number of the column
     */
    private void writeLine(Writer out, String[] texts, IntFunction<Tone> tones) throws IOException {
        StringBuilder line = new StringBuilder();
        int blanks = 0;
        for (int column : fit.columns()) {
            Column.Kind kind = table.columns().get(column).kind();
            String text = fitting(texts[column], kind, fit.width(column));
            int free = fit.width(column) - DisplayWidth.of(text);
            boolean right = kind == Column.Kind.NUMBER;
            line.append(" ".repeat(right ? blanks + free : blanks)).append(colours.of(tones.apply(column), text));
            blanks = right ? GAP : free + GAP;
        }
        out.write(line.toString().stripTrailing());
        out.write('\n');
    }

    private String fitting(String text, Column.Kind kind, int width) {
        return kind == Column.Kind.PHRASE
                ? Shortened.atTheEnd(text, width, page.glyphs())
                : Shortened.inTheMiddle(text, width, page.glyphs());
    }

    private void writeRule(Writer out) throws IOException {
        out.write(String.valueOf(page.glyphs().rule()).repeat(fit.total()));
        out.write('\n');
    }
}
