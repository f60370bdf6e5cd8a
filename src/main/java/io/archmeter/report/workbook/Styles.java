package io.archmeter.report.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The styles of a workbook, by the numbers that cells have them by; {@code xl/styles.xml} (ECMA-376-1, 18.8). Each has a font, a fill and a
 * border of its own, so that all four have one number.
 */
final class Styles {
    private static final String HEADER_FILL = "FFE9EEF5";

    private final Map<CellStyle, Integer> numbers = new LinkedHashMap<>();

    Styles() {
        numbers.put(CellStyle.NORMAL, 0);
    }

    int numberOf(CellStyle style) {
        return numbers.computeIfAbsent(style, added -> numbers.size());
    }

    void write(Writer out) throws IOException {
        Set<CellStyle> all = numbers.keySet();
        out.write(Part.DECLARATION);
        out.write("<styleSheet xmlns=\"" + Part.SPREADSHEET + "\">");
        writeFormats(out);
        out.write("<fonts count=\"" + all.size() + "\">");
        for (CellStyle style : all) {
            out.write(font(style));
        }
        // The first two are not ours to choose.
        out.write("</fonts><fills count=\"" + (all.size() + 2) + "\">");
        out.write(
                "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
        for (CellStyle style : all) {
            out.write(fill(style));
        }
        out.write("</fills><borders count=\"" + all.size() + "\">");
        for (CellStyle style : all) {
            out.write(border(style));
        }
        out.write(
                "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        out.write("<cellXfs count=\"" + all.size() + "\">");
        for (Map.Entry<CellStyle, Integer> style : numbers.entrySet()) {
            out.write(format(style.getKey(), style.getValue()));
        }
        out.write(
                "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
    }

    private static void writeFormats(Writer out) throws IOException {
        StringBuilder own = new StringBuilder();
        int count = 0;
        for (NumberFormat format : NumberFormat.values()) {
            if (format.id() >= NumberFormat.FIRST_OWN) {
                count++;
                own.append("<numFmt numFmtId=\"").append(format.id());
                own.append("\" formatCode=\"").append(format.code()).append("\"/>");
            }
        }
        out.write("<numFmts count=\"" + count + "\">" + own + "</numFmts>");
    }

    private static String font(CellStyle style) {
        boolean bold = style.place().isHeader() || style.place() == CellStyle.Place.TOTAL;
        String colour = style.look().colour();
        return "<font>" + (bold ? "<b/>" : "") + "<sz val=\"11\"/>"
                + (colour.isEmpty() ? "" : "<color rgb=\"" + colour + "\"/>")
                + "<name val=\"Calibri\"/><family val=\"2\"/></font>";
    }

    private static String fill(CellStyle style) {
        String colour = style.place().isHeader() ? HEADER_FILL : style.look().fill();
        return colour.isEmpty()
                ? "<fill><patternFill patternType=\"none\"/></fill>"
                : "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + colour
                        + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
    }

    private static String border(CellStyle style) {
        String top = style.place() == CellStyle.Place.TOTAL ? line("top") : "<top/>";
        String bottom = style.place().isHeader() ? line("bottom") : "<bottom/>";
        return "<border><left/><right/>" + top + bottom + "<diagonal/></border>";
    }

    private static String line(String side) {
        return "<" + side + " style=\"thin\"><color auto=\"1\"/></" + side + ">";
    }

    private static String format(CellStyle style, int number) {
        // A number stands on the right by itself, a text and the sign of a part that is not known do not.
        boolean right = style.place() == CellStyle.Place.NUMBER_HEADER || style.look() == Look.UNKNOWN;
        boolean lines = style.place() == CellStyle.Place.PARAGRAPH;
        String alignment = right
                ? "<alignment horizontal=\"right\"/>"
                : lines ? "<alignment vertical=\"top\" horizontal=\"left\" wrapText=\"1\"/>" : "";
        return "<xf numFmtId=\"" + style.format().id() + "\" fontId=\"" + number + "\" fillId=\"" + (number + 2)
                + "\" borderId=\"" + number + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
                + " applyBorder=\"1\"" + (alignment.isEmpty() ? "/>" : " applyAlignment=\"1\">" + alignment + "</xf>");
    }
}
