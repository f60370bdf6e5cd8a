package io.archmeter.report.writer;

import io.archmeter.json.JsonLayout;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The JSON that {@link Document} describes. */
final class JsonWriter implements DocumentWriter {
    @Override
    public void write(Document document, Writer out) throws IOException {
        JsonLayout.OF_DOCUMENTS.write(out, json -> write(document, json));
    }

    private static void write(Document document, JsonGenerator json) {
        JsonCells cells = new JsonCells(json);
        json.writeStartObject();
        json.writeObjectPropertyStart("archmeter");
        json.writeStringProperty("document", document.kind());
        json.writeNumberProperty("version", document.version());
        json.writeEndObject();
        for (HeaderField fact : document.about()) {
            json.writeName(fact.key());
            fact.value().writeTo(cells);
        }
        writeBody(json, cells, document.table());
        json.writeEndObject();
    }

    private static void writeBody(JsonGenerator json, JsonCells cells, Table table) {
        Members heading = new Members(json, cells, table.heading());
        Members columns = new Members(json, cells, table.columns());
        if (table.hasHeadings()) {
            json.writeArrayPropertyStart(table.sectionsName());
            for (Section section : table.sections()) {
                json.writeStartObject();
                heading.write(section.heading());
                writeRows(json, columns, table.rowsName(), section);
                json.writeEndObject();
            }
            json.writeEndArray();
        } else {
            table.sections().forEach(section -> writeRows(json, columns, table.rowsName(), section));
        }
    }

    private static void writeRows(JsonGenerator json, Members columns, String name, Section section) {
        json.writeArrayPropertyStart(name);
        for (Row row : section.rowsFor(Audience.PROGRAMS)) {
            json.writeStartObject();
            columns.write(row);
            json.writeEndObject();
        }
        json.writeEndArray();
        section.totals().ifPresent(totals -> {
            json.writeObjectPropertyStart("totals");
            columns.writeTotals(totals);
            json.writeEndObject();
        });
    }

    /** The cells of a row as members of an object. */
    private record Members(JsonGenerator json, JsonCells cells, List<Column> columns, List<Integer> shown) {
        Members(JsonGenerator json, JsonCells cells, List<Column> columns) {
            this(json, cells, columns, Table.shown(columns, Format.JSON));
        }

        void write(Row row) {
            for (int column : shown) {
                json.writeName(columns.get(column).key());
                row.cell(column).writeTo(cells);
            }
        }

        /** The first column only says that this is the total, and one without a total has no member. */
        void writeTotals(Row totals) {
            for (int column : shown) {
                Cell total = totals.cell(column);
                if (column > 0 && !total.equals(Cell.EMPTY)) {
                    json.writeName(columns.get(column).key());
                    total.writeTo(cells);
                }
            }
        }
    }
}
