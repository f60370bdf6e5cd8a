package io.archmeter.sweep.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.DTypeWords;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.SampleShape;
import io.archmeter.sweep.Sample;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads with what inputs, batches and types networks are counted, and which part of them. */
final class SettingsReader {
    private static final List<String> TYPES =
            DType.OF_NETWORKS.stream().map(DType::toString).toList();

    private final CheckedMapping keys;
    private final Problems problems;

    SettingsReader(CheckedMapping keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /** One shape, or a list of them; none: that of the spec. */
    List<Shape> inputs() {
        List<Shape> shapes = new ArrayList<>();
        for (SourceValue written : list("input", true)) {
            SampleShape.read(written, problems).ifPresent(shapes::add);
        }
        return List.copyOf(new LinkedHashSet<>(shapes));
    }

    List<Long> batches() {
        List<Long> batches = new ArrayList<>();
        for (SourceValue written : list("batch", false)) {
            whole("batch", written).ifPresent(batches::add);
        }
        return batches.isEmpty() ? List.of(1L) : List.copyOf(new LinkedHashSet<>(batches));
    }

    List<DType> types() {
        List<DType> types = new ArrayList<>();
        for (SourceValue written : list("dtype", false)) {
            Optional<String> word = CheckedMapping.text("dtype", written, problems);
            if (word.isPresent() && !TYPES.contains(word.get())) {
                problems.add(
                        written.at(),
                        "unknown-dtype",
                        "dtype cannot be '" + Excerpt.of(word.get()) + "'",
                        DTypeWords.VOCABULARY.remedy(word.get(), TYPES));
            }
            word.filter(TYPES::contains).ifPresent(name -> types.add(DType.OF_NETWORKS.get(TYPES.indexOf(name))));
        }
        return types.isEmpty() ? List.of(DType.FLOAT32) : List.copyOf(new LinkedHashSet<>(types));
    }

    /** @param ofLists whether one value is a list itself */
    private List<SourceValue> list(String key, boolean ofLists) {
        Optional<SourceValue> found = keys.find(key);
        if (found.isEmpty()) {
            return List.of();
        }
        boolean several = found.get() instanceof SourceValue.Items list
                && (!ofLists
                        || list.items().stream()
                                .anyMatch(item ->
                                        item instanceof SourceValue.Items || item instanceof SourceValue.Mapping));
        List<SourceValue> all = several ? ((SourceValue.Items) found.get()).items() : List.of(found.get());
        if (all.isEmpty()) {
            problems.add(found.get().at(), "empty-space", key + " has no values", "write at least one");
        }
        return all;
    }

    Optional<Sample> sample() {
        Optional<SourceValue> found = keys.find("sample");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!(found.get() instanceof SourceValue.Mapping)) {
            return whole("sample", found.get()).map(points -> new Sample(points, 0));
        }
        CheckedMapping sample = CheckedMapping.of(
                "a sample",
                "{points: 500, seed: 1}",
                found.get(),
                List.of("points", "seed"),
                SpaceWords.NONE,
                problems);
        if (sample.lacks("points")) {
            problems.add(
                    found.get().at(),
                    "missing-key",
                    "it is not said how many points the sample has",
                    "write {points: 500, seed: 1}");
        }
        Optional<Long> points = sample.find("points").flatMap(written -> whole("points", written));
        Optional<Long> seed = sample.find("seed").flatMap(this::seed);
        return points.map(number -> new Sample(number, seed.orElse(0L)));
    }

    private Optional<Long> seed(SourceValue located) {
        OptionalLong number = number(located);
        if (number.isEmpty() && !located.isUnknown()) {
            problems.add(
                    located.at(), "wrong-type", "the seed is " + located.described(), "write a whole number, e.g. 1");
        }
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private Optional<Long> whole(String key, SourceValue located) {
        OptionalLong number = number(located);
        if (number.isPresent() && number.getAsLong() >= 1) {
            return Optional.of(number.getAsLong());
        }
        if (!located.isUnknown()) {
            problems.add(
                    located.at(),
                    "out-of-range",
                    key + " cannot be " + located.described(),
                    "write a whole number from 1");
        }
        return Optional.empty();
    }

    private static OptionalLong number(SourceValue located) {
        return located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num
                ? num.number().toLong()
                : OptionalLong.empty();
    }
}
