package io.archmeter.cli;

import io.archmeter.growth.Limit;
import io.archmeter.metric.Metric;
import io.archmeter.value.ByteUnit;
import io.archmeter.value.Numerals;
import io.archmeter.value.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** A metric and the most that it may be: {@code peak_bytes=8GiB}, {@code multiply_adds=4.1G}. */
final class MetricLimit implements ITypeConverter<Limit> {
    private static final Pattern NUMBER =
            Pattern.compile("(?<number>[0-9]{1,30}(?:\\.[0-9]{1,30})?)\\s*(?<unit>[A-Za-z]{0,3})");

    private static final Map<String, Long> OF_COUNTS =
            Map.of("", 1L, "k", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L, "T", 1_000_000_000_000L);

    @Override
    public Limit convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadValue("bad-value", "needs a metric and a limit", "", "peak_bytes=8GiB");
        }
        Metric metric = RecordedMetric.of(text.substring(0, equals).strip());
        OptionalLong most = most(text.substring(equals + 1).strip(), metric.unit());
        if (most.isEmpty()) {
            boolean bytes = metric.unit() == Metric.Unit.BYTES;
            throw new BadValue(
                    "bad-value",
                    bytes ? "limits bytes" : "limits a count",
                    bytes ? "a number with B, kB, MB, GB, KiB, MiB or GiB" : "a number, or one with k, M, G or T",
                    metric + (bytes ? "=8GiB" : "=4.1G"));
        }
        return new Limit(metric, most.getAsLong());
    }

    /** Rounded down, because a figure is a whole number; empty where the text is none, or does not fit a {@code long}. */
    private static OptionalLong most(String text, Metric.Unit unit) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        Optional<Long> factor = factor(matcher.group("unit"), unit);
        Optional<Rational> number = Numerals.decimal(matcher.group("number"));
        return factor.isEmpty() || number.isEmpty()
                ? OptionalLong.empty()
                : number.get().times(Rational.of(factor.get())).floor().toLong();
    }

    private static Optional<Long> factor(String unit, Metric.Unit of) {
        return switch (of) {
            case COUNT -> Optional.ofNullable(OF_COUNTS.get(unit));
            case BYTES -> unit.isEmpty() ? Optional.of(1L) : ByteUnit.like(unit).map(ByteUnit::bytes);
        };
    }
}
