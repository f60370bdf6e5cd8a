package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.MarkdownText;
import io.archmeter.report.text.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** GitHub's Markdown, with tables. */
final class MarkdownWriter implements DocumentWriter {
    private final TextCells cells = new TextCells(Glyphs.UNICODE);
    private final boolean explained;

    /** @param explained whether notes say what words mean */
    MarkdownWriter(boolean explained) {
        this.explained = explained;
    }

    @Override
    public void write(Document document, Writer out) throws IOException {
        ShownColumns seen = new ShownColumns();
        out.write("## " + MarkdownText.of(document.title()) + "\n");
        writeAbout(document.facts(HeaderField.Place.ABOVE_TABLE), out);
        Table table = document.table();
        TextHeading heading = new TextHeading(table.heading(), Glyphs.UNICODE);
        List<Integer> shown = Table.shown(table.columns(), Format.MARKDOWN);
        for (Section section : table.sectionsForPeople()) {
            if (table.hasHeadings()) {
                out.write("\n### " + MarkdownText.of(heading.of(section)) + "\n");
            }
            if (table.showsRowsOf(section)) {
                seen.add(table.columns(), shown);
                writeRows(section, table.columns(), shown, out);
            }
            for (Detail detail : section.details()) {
                writeDetail(detail, out, seen);
            }
        }
        for (HeaderField fact : document.facts(HeaderField.Place.BELOW_TABLE)) {
            out.write("\n" + fact.label() + " " + MarkdownText.of(cells.textOf(fact.value())) + "\n");
        }
        document.about().forEach(fact -> seen.add(fact.key()));
        for (Note note : document.notes()) {
            if (explained && note.explains(seen.keys())) {
                out.write("\n" + MarkdownText.of(note.text()) + "\n");
            }
        }
        for (Detail.Remark remark : document.remarks()) {
            out.write("\n" + MarkdownText.of(remark.caption()) + "\n");
        }
        out.flush();
    }

    private void writeRows(Section section, List<Column> columns, List<Integer> shown, Writer out) throws IOException {
        out.write('\n');
        writeHeader(columns, shown, out);
        for (Row row : section.rowsFor(Audience.PEOPLE)) {
            writeRow(row, shown, "", out);
        }
        if (section.totals().isPresent()) {
            writeRow(section.totals().get(), shown, "**", out);
        }
    }

    private void writeDetail(Detail detail, Writer out, ShownColumns seen) throws IOException {
        if (detail instanceof Detail.Drawn) {
            return;
        }
        out.write("\n" + MarkdownText.of(detail.caption()) + "\n");
        if (detail instanceof Detail.Listing listing) {
            List<Column> columns = listing.table().columns();
            List<Integer> shown = Table.shown(columns, Format.MARKDOWN);
            seen.add(columns, shown);
            TextHeading heading = new TextHeading(listing.table().heading(), Glyphs.UNICODE);
            for (Section section : listing.table().sections()) {
                String line = heading.of(section);
                out.write(line.isEmpty() ? "" : "\n### " + MarkdownText.of(line) + "\n");
                writeRows(section, columns, shown, out);
            }
        } else if (detail instanceof Detail.Remark remark) {
            out.write(remark.lines().isEmpty() ? "" : "\n");
            for (String line : remark.lines()) {
                out.write("- " + MarkdownText.of(line) + "\n");
            }
        } else if (detail instanceof Detail.Chart chart) {
            out.write("\n```text\n");
            for (String line : TextChart.lines(chart, Page.ENDLESS)) {
                out.write(line + "\n");
            }
            out.write("```\n");
        }
    }

    private void writeAbout(List<HeaderField> about, Writer out) throws IOException {
        String separator = "\n";
        for (HeaderField fact : about) {
            String label = fact.label();
            out.write(separator + label + (label.isEmpty() ? "" : " ") + MarkdownText.of(cells.textOf(fact.value())));
            separator = ", ";
        }
        out.write(separator.equals("\n") ? "" : "\n");
    }

    private static void writeHeader(List<Column> columns, List<Integer> shown, Writer out) throws IOException {
        StringBuilder headers = new StringBuilder("|");
        StringBuilder rule = new StringBuilder("|");
        for (int column : shown) {
            headers.append(' ')
                    .append(MarkdownText.of(columns.get(column).wholeHeader()))
                    .append(" |");
            rule.append(columns.get(column).kind() == Column.Kind.NUMBER ? " ---: |" : " --- |");
        }
        out.write(headers + "\n" + rule + "\n");
    }

    private void writeRow(Row row, List<Integer> shown, String emphasis, Writer out) throws IOException {
        StringBuilder line = new StringBuilder("|");
        for (int column : shown) {
            String text = MarkdownText.of(cells.textOf(row.cell(column)));
            line.append(' ')
                    .append(text.isEmpty() ? "" : emphasis + text + emphasis + " ")
                    .append('|');
        }
        out.write(line.append('\n').toString());
    }
}
