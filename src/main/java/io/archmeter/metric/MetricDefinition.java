package io.archmeter.metric;

import java.util.List;
import java.util.Optional;

/** What is said of a {@link Metric} in words, put together entry by entry. */
final class MetricDefinition {
    final String key;
    final String words;
    final Metric.Unit unit;
    final Metric.Together together;
    final String meaning;
    String header;
    boolean moreIsBetter;
    boolean ofTraining;
    boolean inTables;
    int recordedSince;
    boolean ofOtherTools;
    Optional<String> explanation = Optional.empty();
    Optional<String> memoryName = Optional.empty();
    List<String> alsoCalled = List.of();

    private MetricDefinition(String key, String words, Metric.Unit unit, Metric.Together together, String meaning) {
        this.key = key;
        this.words = words;
        this.unit = unit;
        this.together = together;
        this.meaning = meaning;
        this.header = words;
    }

    /** @param meaning in a few words, which fit beside the number */
    static MetricDefinition count(String key, String words, Metric.Together together, String meaning) {
        return new MetricDefinition(key, words, Metric.Unit.COUNT, together, meaning);
    }

    /** @param meaning in a few words, which fit beside the number */
    static MetricDefinition bytes(String key, String words, Metric.Together together, String meaning) {
        return new MetricDefinition(key, words, Metric.Unit.BYTES, together, meaning);
    }

    /** A kind of memory that only {@code memory} tells of. */
    static MetricDefinition memory(String name, String meaning) {
        return bytes(name, name, Metric.Together.WHOLE, meaning).inMemory(name);
    }

    /** What stands above its column, where the words are too long for it. */
    MetricDefinition header(String shorter) {
        header = shorter;
        return this;
    }

    /** What a reader is told below a table, because the header alone does not say it. */
    MetricDefinition explained(String sentence) {
        explanation = Optional.of(sentence);
        return this;
    }

    /** A budget keeps it from falling, and not from rising. */
    MetricDefinition moreIsBetter() {
        moreIsBetter = true;
        return this;
    }

    /** There is such a thing only where a network can be trained. */
    MetricDefinition ofTraining() {
        ofTraining = true;
        return this;
    }

    /** Tables of costs have a column of it, and can be sorted by it. */
    MetricDefinition inTables() {
        inTables = true;
        return this;
    }

    /** Snapshots, diffs and budgets have it, and baselines from a version on. */
    MetricDefinition recordedSince(int version) {
        recordedSince = version;
        return this;
    }

    /** {@code memory} tells of it by this name. */
    MetricDefinition inMemory(String name) {
        memoryName = Optional.of(name);
        return this;
    }

    /** {@code memory} tells of it where the figures of other tools are asked for. */
    MetricDefinition ofOtherTools() {
        ofOtherTools = true;
        return this;
    }

    /** What people and other tools call it, as {@link io.archmeter.problem.Vocabulary} holds words. */
    MetricDefinition alsoCalled(String... elsewhere) {
        alsoCalled = List.of(elsewhere);
        return this;
    }
}
