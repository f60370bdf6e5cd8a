package io.archmeter.report.check;

import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.budget.check.Judgement;
import io.archmeter.metric.Metric;
import io.archmeter.report.text.Readable;

/** Limits as people read them. */
final class LimitText {
    private LimitText() {}

    /** What is limited and how: {@code parameters in total: at most 25.6M}, {@code operator lrn: forbidden (warning)}. */
    static String of(Limit limit) {
        return words(limit) + (limit.level() == Level.WARNING ? " (" + Level.WARNING + ")" : "");
    }

    private static String words(Limit limit) {
        return Forbidden.isMeantBy(limit) ? limit.scope() + ": forbidden" : what(limit) + ": " + bound(limit);
    }

    /** {@code at most 25.6M}; {@code no more} says it already. */
    static String bound(Limit limit) {
        String text = limit.bound().text();
        if (text.startsWith("no ") || Forbidden.isMeantBy(limit)) {
            return text;
        }
        return (limit.metric().moreIsBetter() ? "at least " : "at most ") + text;
    }

    /** {@code parameters in total}. */
    static String what(Limit limit) {
        String words = limit.metric().words();
        if (limit.scope() instanceof Scope.Total) {
            // A metric that only a network has needs no word for the whole network.
            return limit.metric().together() == Metric.Together.SUM ? words + " in total" : words;
        }
        return limit.scope() instanceof Scope.Counted counted
                ? limit.figure() + " as " + counted.convention().name() + " counts"
                : words + " of " + limit.scope();
    }

    /** A number to its last digit: {@code 25,557,032}, {@code 7,549,747 bytes}. */
    static String exact(Metric metric, long value) {
        return Readable.exact(value) + (metric.unit() == Metric.Unit.BYTES ? " bytes" : "");
    }

    /** {@code 42,968 (0.2%)}, and where it is broken {@code -957,032 (3.7%)}, in percent of what is allowed. */
    static String room(Judgement judgement) {
        return room(judgement, "");
    }

    /**
     * The same with a word after the number, which then needs no sign.
     *
     * @param after {@code " left"}
     */
    static String room(Judgement judgement, String after) {
        if (judgement.headroom().isEmpty() || Forbidden.isMeantBy(judgement.limit())) {
            return "";
        }
        long room = judgement.headroom().getAsLong();
        long allowed = judgement.allowed().orElseThrow();
        long size = Math.abs(room);
        return (room < 0 && after.isEmpty() ? "-" : "")
                + shown(judgement.limit().metric(), size)
                + after
                + (allowed == 0 ? "" : " (" + percent(size, allowed) + ")");
    }

    /** A number as a table has it: {@code 25,557,032}, {@code 7.2 MiB}. */
    static String shown(Metric metric, long value) {
        return metric.unit() == Metric.Unit.BYTES ? Readable.bytes(value) : Readable.exact(value);
    }

    /** {@code 3.7%}; a part that is too small to show is not called nothing. */
    static String percent(long part, long whole) {
        String percent = Readable.percent(part, whole);
        return part > 0 && percent.equals("0.0%") ? "under 0.1%" : percent;
    }
}
