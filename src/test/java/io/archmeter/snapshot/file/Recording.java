package io.archmeter.snapshot.file;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.source.TextFile;
import io.archmeter.spec.load.SpecLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Snapshots to files and back: {@code Recording.written(Recording.measured("alexnet"))}. */
final class Recording {
    private static final Span NOWHERE = Span.of("nowhere");

    private Recording() {}

    static Snapshot measured(String model) {
        return measured(model, Settings.DEFAULT);
    }

    static Snapshot measured(String model, Settings settings) {
        LoadOptions options = new LoadOptions(settings.batch(), settings.input(), settings.set());
        return Snapshots.of(model, NetworkFacts.of(SpecLoader.load(model, options), settings.dtype()), settings);
    }

    static TextFile file(String text) {
        return TextFile.of("a.json", text.getBytes(StandardCharsets.UTF_8), SnapshotFile.BOUND);
    }

    static String written(Snapshot... snapshots) {
        StringWriter out = new StringWriter();
        try {
            new Baseline("a.json", List.of(snapshots)).write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    static Baseline read(String text) {
        return Baseline.read(file(text));
    }

    /** All that is wrong with a baseline, each problem as {@code line:column code: fact}. */
    static String problemsOf(String text) {
        return problems(() -> read(text));
    }

    static String problems(Supplier<?> reading) {
        try {
            return "none: " + reading.get();
        } catch (ProblemException unusable) {
            return unusable.problems().stream().map(Recording::shown).collect(Collectors.joining("\n"));
        }
    }

    private static String shown(Problem problem) {
        Span place = problem.place();
        return place.line() + ":" + place.column() + " " + problem.code() + ": " + problem.fact();
    }

    /** The same, wherever it is written. */
    static Snapshot withoutPlaces(Snapshot snapshot) {
        return new Snapshot(
                snapshot.model(),
                snapshot.settings(),
                snapshot.writtenInputs(),
                snapshot.totals(),
                snapshot.layers().stream().map(Recording::withoutPlace).toList());
    }

    private static LayerSnapshot withoutPlace(LayerSnapshot layer) {
        return new LayerSnapshot(
                layer.name(),
                layer.operator(),
                layer.attributes(),
                layer.inputs(),
                layer.output(),
                layer.figures(),
                NOWHERE);
    }
}
