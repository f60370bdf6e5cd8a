package io.archmeter.report.writer;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.json.JsonValues;
import io.archmeter.memory.Peak;
import io.archmeter.op.Formula;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.CellSink;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.HalfUp;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Cells as the JSON values that {@link Document} describes. */
final class JsonCells implements CellSink {
    private final JsonGenerator json;

    JsonCells(JsonGenerator json) {
        this.json = json;
    }

    @Override
    public void empty() {
        json.writeNull();
    }

    @Override
    public void text(String text) {
        json.writeString(text);
    }

    @Override
    public void flag(boolean flag, String phrase) {
        json.writeBoolean(flag);
    }

    @Override
    public void count(long count) {
        json.writeNumber(count);
    }

    @Override
    public void exactCount(long count) {
        json.writeNumber(count);
    }

    @Override
    public void decimal(BigDecimal number) {
        json.writeNumber(number);
    }

    @Override
    public void counts(Map<String, Long> counts) {
        json.writeStartObject();
        counts.forEach((name, count) -> {
            json.writeName(name);
            json.writeNumber((long) count);
        });
        json.writeEndObject();
    }

    @Override
    public void bytes(long bytes) {
        json.writeNumber(bytes);
    }

    @Override
    public void time(long picoseconds) {
        json.writeNumber(picoseconds);
    }

    /** A program that takes it for a number fails, and does not go on with one that is too small. */
    @Override
    public void atLeast(Cell known, boolean nothing) {
        json.writeStartObject();
        json.writeName("at_least");
        known.writeTo(this);
        json.writeEndObject();
    }

    @Override
    public void peak(Peak peak) {
        json.writeStartObject();
        json.writeNumberProperty("bytes", peak.bytes());
        json.writeNumberProperty("step", peak.step());
        json.writeStringProperty("layer", peak.layer());
        json.writeArrayPropertyStart("live");
        for (Peak.LiveTensor tensor : peak.live()) {
            json.writeStartObject();
            json.writeStringProperty("tensor", tensor.name());
            json.writeName("bytes");
            MetricCells.bytes(tensor.bytes()).writeTo(this);
            json.writeName("last_reader");
            tensor.lastReader().ifPresentOrElse(json::writeString, json::writeNull);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void items(List<Cell> cells) {
        json.writeStartArray();
        cells.forEach(cell -> cell.writeTo(this));
        json.writeEndArray();
    }

    @Override
    public void members(List<Cell.Member> members) {
        json.writeStartObject();
        for (Cell.Member member : members) {
            json.writeName(member.name());
            member.value().writeTo(this);
        }
        json.writeEndObject();
    }

    @Override
    public void percent(long part, long whole) {
        share(part, whole);
    }

    @Override
    public void countChange(long change) {
        json.writeNumber(change);
    }

    @Override
    public void bytesChange(long change) {
        json.writeNumber(change);
    }

    @Override
    public void percentChange(long change, long before) {
        share(change, before);
    }

    @Override
    public void ratio(long count, long other) {
        json.writeNumber(new BigDecimal(HalfUp.large(count, 100, other), 2));
    }

    /** What is a percentage for people is a part of one, with as many digits. */
    private void share(long part, long whole) {
        BigInteger thousandths = HalfUp.large(Math.abs(part), 1000, whole);
        json.writeNumber(new BigDecimal(part < 0 ? thousandths.negate() : thousandths, 3));
    }

    @Override
    public void compared(Cell predicted, Cell observed) {
        predicted.writeTo(this);
    }

    @Override
    public void toned(Tone tone, Cell cell) {
        cell.writeTo(this);
    }

    @Override
    public void bar(long part, long longest) {
        json.writeNumber(part);
    }

    @Override
    public void shape(Shape shape) {
        json.writeStartArray();
        for (Extent extent : shape.axes()) {
            if (extent instanceof Extent.Known known) {
                json.writeNumber(known.value());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    @Override
    public void shapes(List<Shape> shapes) {
        json.writeStartArray();
        shapes.forEach(this::shape);
        json.writeEndArray();
    }

    @Override
    public void attributes(Map<String, PlainValue> attributes) {
        json.writeStartObject();
        attributes.forEach((name, value) -> {
            json.writeName(name);
            attribute(value);
        });
        json.writeEndObject();
    }

    @Override
    public void attribute(PlainValue value) {
        JsonValues.write(value, json);
    }

    @Override
    public void formula(Formula formula) {
        json.writeString(formula.text());
    }

    @Override
    public void field(Optional<ReceptiveField> field) {
        field.ifPresentOrElse(known -> axes(known.axes()), json::writeNull);
    }

    private void axes(List<SeenAxis> axes) {
        json.writeStartObject();
        json.writeArrayPropertyStart("size");
        axes.forEach(axis -> json.writeNumber(axis.size()));
        json.writeEndArray();
        json.writeArrayPropertyStart("stride");
        axes.forEach(axis -> axis.stride().ifPresentOrElse(this::fraction, json::writeNull));
        json.writeEndArray();
        json.writeArrayPropertyStart("offset");
        axes.forEach(axis -> json.writeNumber(axis.begin()));
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A number where it is whole, else a text: no number of JSON is a third. */
    private void fraction(Rational number) {
        if (number.toLong().isPresent()) {
            json.writeNumber(number.toLong().getAsLong());
        } else {
            json.writeString(number.fraction());
        }
    }
}
