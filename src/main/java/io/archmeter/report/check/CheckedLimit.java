package io.archmeter.report.check;

import io.archmeter.budget.Level;
import io.archmeter.budget.check.Judgement;
import io.archmeter.budget.check.Result;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Tone;
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
                        Column.text("verdict", "").except(Audience.PEOPLE),
                        result -> new Cell.Text(result.judgement().verdict().toString())),
                new Measure<>(
                        Column.text("verdict", "").only(Audience.PEOPLE),
                        result -> toned(result, new Cell.Text(verdict(result.judgement())))),
                new Measure<>(
                        Column.text("check", "").except(Audience.PEOPLE),
                        result -> new Cell.Text(result.rule().id())),
                new Measure<>(
                        Column.text("scope", "").except(Audience.PEOPLE),
                        result -> new Cell.Text(result.limit().scope().toString())),
                new Measure<>(
                        Column.text("bound", "").except(Audience.PEOPLE),
                        result -> new Cell.Text(result.limit().bound().text())),
                new Measure<>(
                        Column.name("limit", "limit").only(Audience.PEOPLE),
                        result -> new Cell.Text(LimitText.of(result.limit()))),
                new Measure<>(
                        Column.text("figure", "").except(Audience.PEOPLE),
                        result -> new Cell.Text(result.limit().figure())),
                new Measure<>(
                        Column.number("actual", "actual"),
                        result -> number(result, result.judgement().actual())),
                new Measure<>(
                        Column.number("allowed", "allowed"),
                        result -> number(result, result.judgement().allowed())),
                new Measure<>(
                        Column.number("headroom", "").except(Audience.PEOPLE),
                        result -> FindingCell.number(result.judgement().headroom())),
                new Measure<>(
                        Column.number("room", "headroom").only(Audience.PEOPLE),
                        result -> toned(result, new Cell.Text(LimitText.room(result.judgement())))),
                new Measure<>(
                        compared ? before : before.except(Audience.PEOPLE),
                        result -> number(result, result.judgement().before())),
                new Measure<>(
                        Column.text("limit_at", "").only(Audience.TABLES),
                        result -> new Cell.Text(result.limit().place().toString())),
                new Measure<>(
                        Column.text("limit_at", "").only(Audience.PROGRAMS),
                        result -> FindingCell.place(result.limit().place())),
                new Measure<>(Column.text("at", "").only(Audience.TABLES), CheckedLimit::firstPlace),
                new Measure<>(
                        Column.text("level", "").except(Audience.PEOPLE),
                        result -> new Cell.Text(result.limit().level().toString())),
                new Measure<>(
                        Column.text("findings", "").only(Audience.PROGRAMS),
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
        return result.limit().metric().unit() == Metric.Unit.BYTES
                ? new Cell.Bytes(number.getAsLong())
                : new Cell.ExactCount(number.getAsLong());
    }

    private static Cell firstPlace(Result result) {
        return result.findings().isEmpty()
                ? Cell.EMPTY
                : new Cell.Text(result.findings().get(0).place().toString());
    }
}
