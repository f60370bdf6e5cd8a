package io.archmeter.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** GitHub's Markdown, with tables. */
final class MarkdownWriter implements DocumentWriter {
    private static final String SPECIAL = "\\`*_[]<>|&~$#";

    private final TextCells cells = new TextCells(Glyphs.UNICODE);

    @Override
    public void write(Document document, Writer out) throws IOException {
        out.write("## " + escaped(PlainText.of(document.title())) + "\n");
        writeAbout(document.facts(Fact.Place.ABOVE_TABLE), out);
        Table table = document.table();
        TextHeading heading = new TextHeading(table.heading(), Glyphs.UNICODE);
        List<Integer> shown = Table.shown(table.columns(), Format.MARKDOWN);
        for (Section section : table.sections()) {
            if (table.hasHeadings()) {
                out.write("\n### " + escaped(heading.of(section)) + "\n");
            }
            out.write('\n');
            writeHeader(table.columns(), shown, out);
            for (Row row : section.rows()) {
                writeRow(row, shown, "", out);
            }
            if (section.totals().isPresent()) {
                writeRow(section.totals().get(), shown, "**", out);
            }
            for (Detail detail : section.details()) {
                writeDetail(detail, out);
            }
        }
        for (Fact fact : document.facts(Fact.Place.BELOW_TABLE)) {
            out.write("\n" + fact.label() + " " + escaped(cells.textOf(fact.value())) + "\n");
        }
        for (String note : document.notes()) {
            out.write("\n" + escaped(note) + "\n");
        }
        out.flush();
    }

    private void writeDetail(Detail detail, Writer out) throws IOException {
        out.write("\n" + escaped(PlainText.of(detail.caption())) + "\n");
        if (detail instanceof Detail.Listing listing) {
            List<Integer> shown = Table.shown(listing.table().columns(), Format.MARKDOWN);
            out.write('\n');
            writeHeader(listing.table().columns(), shown, out);
            for (Section section : listing.table().sections()) {
                for (Row row : section.rows()) {
                    writeRow(row, shown, "", out);
                }
            }
        } else {
            out.write("\n```text\n");
            for (String line : TextChart.lines((Detail.Chart) detail, Page.ENDLESS)) {
                out.write(line + "\n");
            }
            out.write("```\n");
        }
    }

    private void writeAbout(List<Fact> about, Writer out) throws IOException {
        String separator = "\n";
        for (Fact fact : about) {
            String label = fact.label();
            out.write(separator + label + (label.isEmpty() ? "" : " ") + escaped(cells.textOf(fact.value())));
            separator = ", ";
        }
        out.write(separator.equals("\n") ? "" : "\n");
    }

    private static void writeHeader(List<Column> columns, List<Integer> shown, Writer out) throws IOException {
        StringBuilder headers = new StringBuilder("|");
        StringBuilder rule = new StringBuilder("|");
        for (int column : shown) {
            headers.append(' ').append(escaped(columns.get(column).header())).append(" |");
            rule.append(columns.get(column).kind() == Column.Kind.NUMBER ? " ---: |" : " --- |");
        }
        out.write(headers + "\n" + rule + "\n");
    }

    private void writeRow(Row row, List<Integer> shown, String emphasis, Writer out) throws IOException {
        StringBuilder line = new StringBuilder("|");
        for (int column : shown) {
            String text = escaped(cells.textOf(row.cell(column)));
            line.append(' ')
                    .append(text.isEmpty() ? "" : emphasis + text + emphasis + " ")
                    .append('|');
        }
        out.write(line.append('\n').toString());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
