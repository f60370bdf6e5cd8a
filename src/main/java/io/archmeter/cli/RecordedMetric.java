package io.archmeter.cli;

import io.archmeter.metric.Metric;
import io.archmeter.metric.MetricWords;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** A metric by its key, as budgets have it, or by what other tools call it. */
final class RecordedMetric implements ITypeConverter<Metric>, Iterable<String> {
    private static final List<String> KEYS =
            Metric.recorded().stream().map(Metric::toString).toList();

    @Override
    public Metric convert(String text) {
        return of(text);
    }

    /** Throws {@link UnknownWord} where there is none. */
    static Metric of(String text) {
        return Metric.recorded(text)
                .or(() -> MetricWords.VOCABULARY.same(text, KEYS).flatMap(Metric::recorded))
                .orElseThrow(() -> new UnknownWord(MetricWords.VOCABULARY.remedy(text, KEYS)));
    }

    @Override
    public Iterator<String> iterator() {
        return KEYS.iterator();
    }
}
