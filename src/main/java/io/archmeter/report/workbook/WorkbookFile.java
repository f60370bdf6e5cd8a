package io.archmeter.report.workbook;

import io.archmeter.report.markup.XmlText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file of a workbook. It has no time in it: the same sheets are the same bytes. */
public final class WorkbookFile {
    /** The first that an entry of an archive can have. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String title;
    private final List<Sheet> sheets;

    /**
     * A workbook of at least one sheet.
     *
     * @param title what it is about
     */
    public WorkbookFile(String title, List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a workbook without sheets");
        }
        this.title = title;
        this.sheets = List.copyOf(sheets);
    }

    /** Writes one part. */
    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes all of it, and leaves the stream open.
     *
     * @throws IOException as the stream throws it
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Writer text = new BufferedWriter(new OutputStreamWriter(archive, StandardCharsets.UTF_8));
        Styles styles = new Styles();
        add("[Content_Types].xml", this::writeTypes, archive, text);
        add("_rels/.rels", WorkbookFile::writeRoot, archive, text);
        add("docProps/core.xml", this::writeProperties, archive, text);
        add("xl/workbook.xml", this::writeWorkbook, archive, text);
        add("xl/_rels/workbook.xml.rels", this::writeRelationships, archive, text);
        for (int number = 1; number <= sheets.size(); number++) {
            SheetXml sheet = new SheetXml(sheets.get(number - 1), styles, text);
            boolean first = number == 1;
            add("xl/" + Part.sheet(number), part -> sheet.write(first), archive, text);
        }
        add("xl/styles.xml", styles::write, archive, text);
        archive.finish();
    }

    private static void add(String name, Content content, ZipOutputStream archive, Writer text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        archive.putNextEntry(entry);
        content.writeTo(text);
        text.flush();
        archive.closeEntry();
    }

    private void writeTypes(Writer out) throws IOException {
        out.write(Part.DECLARATION);
        out.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        out.write(
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        out.write("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        writeType("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", out);
        writeType("xl/workbook.xml", Part.CONTENT + "sheet.main+xml", out);
        writeType("xl/styles.xml", Part.CONTENT + "styles+xml", out);
        for (int number = 1; number <= sheets.size(); number++) {
            writeType("xl/" + Part.sheet(number), Part.CONTENT + "worksheet+xml", out);
        }
        out.write("</Types>");
    }

    private static void writeType(String part, String type, Writer out) throws IOException {
        out.write("<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>");
    }

    private static void writeRoot(Writer out) throws IOException {
        out.write(Part.DECLARATION);
        out.write("<Relationships xmlns=\"" + Part.RELATIONSHIPS + "\">");
        out.write(Part.relationship("rId1", Part.TYPES + "/officeDocument", "xl/workbook.xml"));
        out.write(Part.relationship("rId2", Part.RELATIONSHIPS + "/metadata/core-properties", "docProps/core.xml"));
        out.write("</Relationships>");
    }

    private void writeProperties(Writer out) throws IOException {
        out.write(Part.DECLARATION);
        out.write("<cp:coreProperties xmlns:cp=\"" + Part.CORE + "\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        out.write("<dc:title>" + XmlText.content(title) + "</dc:title><dc:creator>Archmeter</dc:creator>");
        out.write("</cp:coreProperties>");
    }

    private void writeWorkbook(Writer out) throws IOException {
        out.write(Part.DECLARATION);
        out.write("<workbook xmlns=\"" + Part.SPREADSHEET + "\" xmlns:r=\"" + Part.TYPES + "\">");
        out.write("<bookViews><workbookView/></bookViews><sheets>");
        for (int number = 1; number <= sheets.size(); number++) {
            out.write(
                    "<sheet name=\"" + XmlText.attribute(sheets.get(number - 1).name()) + "\" sheetId=\"" + number
                            + "\" r:id=\"rId" + number + "\"/>");
        }
        out.write("</sheets><definedNames>");
        writeNames(out);
        out.write("</definedNames></workbook>");
    }

    /** What is filtered, which Excel looks for by this name, and the row that stands on each printed page. */
    private void writeNames(Writer out) throws IOException {
        for (int number = 0; number < sheets.size(); number++) {
            Sheet sheet = sheets.get(number);
            String name = CellAddress.quoted(sheet.name()) + "!";
            if (!sheet.ofParagraphs()) {
                writeName(
                        "_xlnm._FilterDatabase", number, " hidden=\"1\"", name + CellAddress.fixed(sheet.range()), out);
            }
            writeName("_xlnm.Print_Titles", number, "", name + "$1:$1", out);
        }
    }

    private static void writeName(String name, int sheet, String hidden, String range, Writer out) throws IOException {
        out.write("<definedName name=\"" + name + "\" localSheetId=\"" + sheet + "\"" + hidden + ">"
                + XmlText.content(range) + "</definedName>");
    }

    private void writeRelationships(Writer out) throws IOException {
        out.write(Part.DECLARATION);
        out.write("<Relationships xmlns=\"" + Part.RELATIONSHIPS + "\">");
        for (int number = 1; number <= sheets.size(); number++) {
            out.write(Part.relationship("rId" + number, Part.TYPES + "/worksheet", Part.sheet(number)));
        }
        out.write(Part.relationship("rId" + (sheets.size() + 1), Part.TYPES + "/styles", "styles.xml"));
        out.write("</Relationships>");
    }
}
