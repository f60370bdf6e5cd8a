package io.archmeter.report.writer;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.memory.Peak;
import io.archmeter.op.Formula;
import io.archmeter.problem.Visible;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.CellSink;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Readable;
import io.archmeter.report.workbook.Look;
import io.archmeter.report.workbook.NumberFormat;
import io.archmeter.report.workbook.SheetCell;
import io.archmeter.report.workbook.SheetValue;
import io.archmeter.value.PlainValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cells for a spreadsheet: numbers that it computes with, and texts that stay texts. A spreadsheet keeps 15 digits of a number ("Excel
 * specifications and limits"), so that a longer count is a text: it shows all digits, and nobody computes with a wrong one.
 */
final class SheetCells implements CellSink {
    /** The first whole number of more digits than a spreadsheet keeps. */
    static final long FIRST_INEXACT = 1_000_000_000_000_000L;

    private static final MathContext DIGITS = new MathContext(15);

    /** What has several values in it looks as in CSV. */
    private final CsvCells words = CsvCells.unguarded();

    private Cell current = Cell.EMPTY;
    private SheetValue value = SheetValue.EMPTY;
    private Look look = Look.PLAIN;
    private boolean longNumbers;

    SheetCell of(Cell cell) {
        value = SheetValue.EMPTY;
        look = Look.PLAIN;
        write(cell);
        return new SheetCell(value, look);
    }

    private void write(Cell cell) {
        current = cell;
        cell.writeTo(this);
    }

    private void inWords() {
        value = new SheetValue.Text(words.textOf(current));
    }

    private void whole(long number, NumberFormat format) {
        if (number > -FIRST_INEXACT && number < FIRST_INEXACT) {
            value = new SheetValue.Number(BigDecimal.valueOf(number), format);
        } else {
            value = new SheetValue.Text(Long.toString(number));
            longNumbers = true;
        }
    }

    /** Whether there was a number of which a spreadsheet would not keep all digits. */
    boolean hasLongNumbers() {
        return longNumbers;
    }

    private void quotient(long dividend, long divisor, NumberFormat format) {
        BigDecimal exact = BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), DIGITS);
        value = new SheetValue.Number(exact, format);
    }

    @Override
    public void empty() {
        value = SheetValue.EMPTY;
    }

    @Override
    public void text(String text) {
        value = text.isEmpty() ? SheetValue.EMPTY : new SheetValue.Text(Visible.of(text));
    }

    @Override
    public void flag(boolean flag, String phrase) {
        value = new SheetValue.Flag(flag);
    }

    @Override
    public void count(long count) {
        whole(count, NumberFormat.COUNT);
    }

    @Override
    public void exactCount(long count) {
        whole(count, NumberFormat.COUNT);
    }

    @Override
    public void decimal(BigDecimal number) {
        value = new SheetValue.Number(number, NumberFormat.GENERAL);
    }

    @Override
    public void counts(Map<String, Long> counts) {
        inWords();
    }

    @Override
    public void bytes(long bytes) {
        whole(bytes, NumberFormat.COUNT);
    }

    @Override
    public void time(long picoseconds) {
        whole(picoseconds, NumberFormat.COUNT);
    }

    /** A text, so that no sum takes it for all there is. */
    @Override
    public void atLeast(Cell known, boolean nothing) {
        write(known);
        String least = value instanceof SheetValue.Number number
                ? Readable.exact(number.number().longValueExact())
                : words.textOf(known);
        value = new SheetValue.Text(nothing ? Extent.Unknown.MARK : "≥ " + least);
        look = Look.UNKNOWN;
    }

    @Override
    public void peak(Peak peak) {
        bytes(peak.bytes());
    }

    @Override
    public void items(List<Cell> cells) {
        inWords();
    }

    @Override
    public void members(List<Cell.Member> members) {
        inWords();
    }

    @Override
    public void percent(long part, long whole) {
        quotient(part, whole, NumberFormat.PERCENT);
    }

    @Override
    public void countChange(long change) {
        whole(change, NumberFormat.CHANGE);
    }

    @Override
    public void bytesChange(long change) {
        whole(change, NumberFormat.CHANGE);
    }

    @Override
    public void percentChange(long change, long before) {
        quotient(change, before, NumberFormat.PERCENT_CHANGE);
    }

    @Override
    public void ratio(long count, long other) {
        quotient(count, other, NumberFormat.RATIO);
    }

    @Override
    public void compared(Cell predicted, Cell observed) {
        look = lookOf(Colours.toneOf(current));
        write(predicted);
    }

    @Override
    public void toned(Tone tone, Cell cell) {
        look = lookOf(tone);
        write(cell);
    }

    private static Look lookOf(Tone tone) {
        return switch (tone) {
            case PLAIN, DRAWN, CHANGED -> Look.PLAIN;
            case PROBLEM, WORSE, REMOVED -> Look.BAD;
            case WARNING -> Look.WARNING;
            case BETTER, ADDED -> Look.GOOD;
        };
    }

    @Override
    public void bar(long part, long longest) {
        whole(part, NumberFormat.COUNT);
    }

    @Override
    public void shape(Shape shape) {
        inWords();
    }

    @Override
    public void shapes(List<Shape> shapes) {
        inWords();
    }

    @Override
    public void attributes(Map<String, PlainValue> attributes) {
        inWords();
    }

    @Override
    public void attribute(PlainValue attribute) {
        inWords();
    }

    @Override
    public void formula(Formula formula) {
        inWords();
    }

    @Override
    public void field(Optional<ReceptiveField> field) {
        inWords();
    }
}
