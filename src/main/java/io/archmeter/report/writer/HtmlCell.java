package io.archmeter.report.writer;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.svg.Scale;
import io.archmeter.report.text.DisplayWidth;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** A cell of a table of HTML: its words, with a bar where it is a part of something. */
final class HtmlCell {
    /** In pixels. */
    private static final int BAR = 96;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]+");
    private static final int SHARE = 48;
    private static final int THICK = 8;

    /** Longer texts go on below. */
    static final int LONGEST_LINE = 64;

    private final TextCells cells;
    private final CsvCells values = new CsvCells(false);
    private final boolean drawsShares;

    /** @param drawsShares whether a percentage has a bar beside it */
    HtmlCell(TextCells cells, boolean drawsShares) {
        this.cells = cells;
        this.drawsShares = drawsShares;
    }

    /** @param first whether it is the first of its row, which it names where it is a name */
    void write(Column.Kind kind, boolean first, Cell cell, Markup page) {
        write(kind, first, cell, Cell.EMPTY, page);
    }

    /** One that is a part of a whole, which a script draws behind the number. */
    void writePart(Column.Kind kind, Cell cell, Cell whole, Markup page) {
        write(kind, false, cell, whole, page);
    }

    private void write(Column.Kind kind, boolean first, Cell cell, Cell whole, Markup page) {
        if (first && kind == Column.Kind.NAME) {
            page.open("th").attribute("scope", "row");
        } else {
            page.open("td");
        }
        if (cell instanceof Cell.Bar bar) {
            page.attribute("class", "drawn");
            drawBar(bar.part(), bar.longest(), BAR, page);
            page.close();
            return;
        }
        String words = cells.textOf(cell);
        String classes = classes(kind, cell, words);
        if (!classes.isEmpty()) {
            page.attribute("class", classes);
        }
        if (kind == Column.Kind.NUMBER && isNumber(cell)) {
            String value = values.textOf(cell);
            if (!value.equals(words)) {
                page.attribute("data-value", value);
            }
        }
        if (!whole.equals(Cell.EMPTY)) {
            writeTenths(values.textOf(cell), values.textOf(whole), page);
        }
        if (drawsShares && cell instanceof Cell.Percent share) {
            drawBar(share.part(), share.whole(), SHARE, page);
        }
        page.text(words);
        page.close();
    }

    /** How much of the whole a number is, in tenths of a percent, rounded down, from 1% on. */
    private static void writeTenths(String part, String whole, Markup page) {
        if (WHOLE_NUMBER.matcher(part).matches() && WHOLE_NUMBER.matcher(whole).matches() && !whole.equals("0")) {
            BigInteger tenths =
                    new BigInteger(part).multiply(BigInteger.valueOf(1000)).divide(new BigInteger(whole));
            if (tenths.compareTo(BigInteger.TEN) >= 0) {
                page.attribute("data-part", tenths.toString());
            }
        }
    }

    private static String classes(Column.Kind kind, Cell cell, String words) {
        StringBuilder classes = new StringBuilder();
        if (kind == Column.Kind.NUMBER) {
            classes.append("number");
        } else if (kind == Column.Kind.PHRASE || DisplayWidth.of(words) > LONGEST_LINE) {
            classes.append("long");
        }
        String tone = HtmlTable.classOf(Colours.toneOf(cell));
        if (!tone.isEmpty()) {
            classes.append(classes.isEmpty() ? "" : " ").append(tone);
        }
        if (isZero(cell)) {
            classes.append(classes.isEmpty() ? "" : " ").append("zero");
        }
        return classes.toString();
    }

    /** A text has no other value than its words. */
    private static boolean isNumber(Cell cell) {
        return !(cell instanceof Cell.Text || cell instanceof Cell.Toned toned && toned.cell() instanceof Cell.Text);
    }

    /** Whether a number is there and says that there is nothing, which a reader wants to look past. */
    private static boolean isZero(Cell cell) {
        return cell instanceof Cell.Count count && count.count() == 0
                || cell instanceof Cell.ExactCount exact && exact.count() == 0
                || cell instanceof Cell.Bytes bytes && bytes.bytes() == 0
                || cell instanceof Cell.Time time && time.picoseconds() == 0
                || cell instanceof Cell.Percent share && share.part() == 0
                || cell instanceof Cell.Compared compared
                        && compared.observed().equals(compared.predicted())
                        && isZero(compared.predicted());
    }

    /** The number stands beside it, so that nobody has to see it. */
    private static void drawBar(long part, long whole, int room, Markup page) {
        long known = Math.max(0, Math.min(part, whole));
        page.open("svg", "bar")
                .attribute("width", room)
                .attribute("height", THICK)
                .attribute("aria-hidden", "true")
                .open("rect")
                .attribute("width", Scale.length(known, Math.max(1, whole), room))
                .attribute("height", THICK)
                .closeEmpty()
                .close();
    }
}
