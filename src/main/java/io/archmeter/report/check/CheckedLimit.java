package io.archmeter.report.check;

import io.archmeter.budget.Level;
import io.archmeter.budget.check.Judgement;
import io.archmeter.budget.check.Result;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Tone;
import io.archmeter.snapshot.Figure;
import java.util.List;
import java.util.OptionalLong;

/** The columns of a limit, and what came of it. */
final class CheckedLimit {
    private CheckedLimit() {}

    /** @param compared whether there is a baseline: without one people need no column for it */
    static List<Measure<Result>> measures(boolean compared) {
        Column before = Column.number("before", "before").leaving(1);
        return List.of(
                new Measure<>(
                        Column.text("verdict", "").only(Format.CSV, Format.JSON),
                        result -> new Cell.Text(result.judgement().verdict().toString())),
                new Measure<>(
                        Column.text("verdict", "").only(Format.TEXT, Format.MARKDOWN),
                        result -> toned(result, new Cell.Text(verdict(result.judgement())))),
                new Measure<>(
                        Column.text("check", "").only(Format.CSV, Format.JSON),
                        result -> new Cell.Text(result.rule().id())),
                new Measure<>(
                        Column.text("scope", "").only(Format.CSV, Format.JSON),
                        result -> new Cell.Text(result.limit().scope().toString())),
                new Measure<>(
                        Column.text("bound", "").only(Format.CSV, Format.JSON),
                        result -> new Cell.Text(result.limit().bound().text())),
                new Measure<>(
                        Column.name("limit", "limit").only(Format.TEXT, Format.MARKDOWN),
                        result -> new Cell.Text(LimitText.of(result.limit()))),
                new Measure<>(
                        Column.text("figure", "").only(Format.CSV, Format.JSON),
                        result -> new Cell.Text(result.limit().figure().toString())),
                new Measure<>(
                        Column.number("actual", "actual"),
                        result -> number(result, result.judgement().actual())),
                new Measure<>(
                        Column.number("allowed", "allowed"),
                        result -> number(result, result.judgement().allowed())),
                new Measure<>(
                        Column.number("headroom", "").only(Format.CSV, Format.JSON),
                        result -> FindingCell.number(result.judgement().headroom())),
                new Measure<>(
                        Column.number("room", "headroom").only(Format.TEXT, Format.MARKDOWN),
                        result -> toned(result, new Cell.Text(LimitText.room(result.judgement())))),
                new Measure<>(
                        compared ? before : before.only(Format.CSV, Format.JSON),
                        result -> number(result, result.judgement().before())),
                new Measure<>(
                        Column.text("limit_at", "").only(Format.CSV),
                        result -> new Cell.Text(result.limit().place().toString())),
                new Measure<>(
                        Column.text("limit_at", "").only(Format.JSON),
                        result -> FindingCell.place(result.limit().place())),
                new Measure<>(Column.text("at", "").only(Format.CSV), CheckedLimit::firstPlace),
                new Measure<>(
                        Column.text("level", "").only(Format.CSV, Format.JSON),
                        result -> new Cell.Text(result.limit().level().toString())),
                new Measure<>(
                        Column.text("findings", "").only(Format.JSON),
                        result -> new Cell.Items(
                                result.findings().stream().map(FindingCell::of).toList())));
    }

    private static String verdict(Judgement judgement) {
        return (judgement.warns() ? Level.WARNING : judgement.verdict()).toString();
    }

    private static Cell toned(Result result, Cell cell) {
        Tone tone = tone(result.judgement());
        return tone == Tone.PLAIN ? cell : new Cell.Toned(tone, cell);
    }

    /** How it is shown what came of a limit. */
    static Tone tone(Judgement judgement) {
        return judgement.fails() ? Tone.PROBLEM : judgement.warns() ? Tone.WARNING : Tone.PLAIN;
    }

    private static Cell number(Result result, OptionalLong number) {
        if (number.isEmpty()) {
            return Cell.EMPTY;
        }
        return result.limit().figure().unit() == Figure.Unit.BYTES
                ? new Cell.Bytes(number.getAsLong())
                : new Cell.ExactCount(number.getAsLong());
    }

    private static Cell firstPlace(Result result) {
        return result.findings().isEmpty()
                ? Cell.EMPTY
                : new Cell.Text(result.findings().get(0).place().toString());
    }
}
