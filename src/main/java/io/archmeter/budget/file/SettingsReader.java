package io.archmeter.budget.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.DTypeWords;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.problem.Vocabulary;
import io.archmeter.snapshot.Settings;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.SampleShape;
import io.archmeter.training.Optimizer;
import io.archmeter.training.OptimizerWords;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads with what the models of an entry are loaded and counted. */
final class SettingsReader {
    private final CheckedMapping keys;
    private final Problems problems;

    SettingsReader(CheckedMapping keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /** What is wrong, or not written, is as by default. */
    Settings read() {
        Optional<Shape> input = keys.find("input").flatMap(found -> SampleShape.read(found, problems));
        DType dtype = choice("dtype", DType.OF_NETWORKS, DTypeWords.VOCABULARY).orElse(Settings.DEFAULT.dtype());
        return new Settings(
                keys.find("batch").flatMap(this::batch).orElse(Settings.DEFAULT.batch()),
                input,
                dtype,
                keys.find("training").flatMap(this::training).orElse(Settings.DEFAULT.training()),
                optimizer(dtype).orElse(Settings.DEFAULT.optimizer()),
                set());
    }

    /** Where params are set, by their names. */
    Map<String, Span> places() {
        Map<String, Span> places = new HashMap<>();
        if (keys.find("set").orElse(null) instanceof SourceValue.Mapping set) {
            set.entries().forEach(entry -> places.put(entry.key(), entry.keyAt()));
        }
        return places;
    }

    private Optional<Long> batch(SourceValue located) {
        if (!(located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num)) {
            return refuse(
                    located, "wrong-type", "batch must be a count, but is " + located.described(), "write e.g. 32");
        }
        if (!num.number().isWhole()) {
            return refuse(located, "fraction", "batch must be whole, but is " + num.described(), "write e.g. 32");
        }
        long batch = num.number().toLong().orElse(0);
        return batch >= 1
                ? Optional.of(batch)
                : refuse(located, "out-of-range", "batch cannot be " + num.described(), "write a whole number from 1");
    }

    private Optional<Boolean> training(SourceValue located) {
        return located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Flag flag
                ? Optional.of(flag.flag())
                : refuse(
                        located,
                        "wrong-type",
                        "training must be true or false, but is " + located.described(),
                        "write true or false");
    }

    private Optional<Optimizer> optimizer(DType dtype) {
        Optional<Optimizer> optimizer = choice("optimizer", List.of(Optimizer.values()), OptimizerWords.VOCABULARY);
        return optimizer.isEmpty() || dtype.hasGradients()
                ? optimizer
                : refuse(
                        keys.find("optimizer").orElseThrow(),
                        "no-gradients",
                        "optimizer " + optimizer.get() + " has nothing to do in " + dtype + ", which has no gradients",
                        "leave optimizer out, or use float32, float16 or bfloat16");
    }

    private <T> Optional<T> choice(String key, List<T> choices, Vocabulary vocabulary) {
        Optional<SourceValue> found = keys.find(key);
        Optional<String> word = found.flatMap(located -> CheckedMapping.text(key, located, problems));
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (T choice : choices) {
            if (choice.toString().equals(word.get())) {
                return Optional.of(choice);
            }
            words.add(choice.toString());
        }
        return refuse(
                found.orElseThrow(),
                "unknown-" + key,
                key + " cannot be '" + Excerpt.of(word.get()) + "'",
                vocabulary.remedy(word.get(), words));
    }

    private Map<String, String> set() {
        Map<String, String> set = new TreeMap<>();
        if (keys.find("set").isEmpty()) {
            return set;
        }
        for (SourceValue.Entry entry : CheckedMapping.anyKeys(
                "set", "params with values: {width: 0.5}", keys.find("set").get(), problems)) {
            if (entry.key().isBlank()) {
                problems.add(entry.keyAt(), "missing-value", "the name of a param is empty", "write it");
            } else {
                WrittenValue.of(entry.value(), problems).ifPresent(text -> set.put(entry.key(), text));
            }
        }
        return set;
    }

    private <T> Optional<T> refuse(SourceValue located, String code, String fact, String remedy) {
        if (!located.isUnknown()) {
            Span at = located.at();
            problems.add(at, code, fact, remedy);
        }
        return Optional.empty();
    }
}
