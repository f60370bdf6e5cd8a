package io.archmeter.budget.check;

import io.archmeter.budget.Measurement;
import io.archmeter.budget.Measuring;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.BudgetedModels;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.snapshot.file.Baseline;
import io.archmeter.spec.load.SpecLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with models and a budget: {@code new SmallProject(folder).has("net.yaml", "…").checks("models: net.yaml, limits: {…}")}. */
final class SmallProject {
    /**
     * 3·3·3·4 + 4 = 112 parameters in the convolution, 4·6·6·10 + 10 = 1,450 in the linear layer, 1,562 in total; multiply-adds 4·6·6·27 = 3,888
     * and 144·10 = 1,440.
     */
    static final String NET = """
            input: [3, 8, 8]
            layers:
              conv: {conv: 4, kernel: 3}
              flatten: flatten
              fc: {linear: 10}
            """;

    private final Path folder;
    private final List<Snapshot> past = new ArrayList<>();
    private boolean hasBaseline;

    SmallProject(Path folder) {
        this.folder = folder;
    }

    /** The file of a model. */
    SmallProject has(String file, String spec) {
        write(file, spec);
        return this;
    }

    /** What a model was when the baseline was written. */
    SmallProject had(String file, String spec) {
        write(file, spec);
        Graph graph = SpecLoader.load(folder.resolve(file).toString(), new LoadOptions(1, Optional.empty(), Map.of()));
        past.add(Snapshots.of(file, NetworkFacts.of(graph, DType.FLOAT32), Settings.DEFAULT));
        return hadNothing();
    }

    /** There is a baseline, though nothing may be in it. */
    SmallProject hadNothing() {
        hasBaseline = true;
        return this;
    }

    /** What comes of entries of a budget, each in YAML's flow style without its braces. */
    CheckReport checks(String... entries) {
        return judged(measures(entries));
    }

    /** What the models of such a budget cost now. */
    List<Measurement> measures(String... entries) {
        StringBuilder budget = new StringBuilder(hasBaseline ? "baseline: past.json\n" : "").append("budgets:\n");
        for (String entry : entries) {
            budget.append("  - {").append(entry).append("}\n");
        }
        write("budget.yaml", budget.toString());
        return Measuring.all(
                BudgetedModels.of(BudgetFile.read(folder.resolve("budget.yaml").toString())));
    }

    CheckReport judged(List<Measurement> measured) {
        return Checks.judge(measured, hasBaseline ? Optional.of(new Baseline("past.json", past)) : Optional.empty());
    }

    /** What comes of the only limit of {@code net.yaml}. */
    Result result(String limits) {
        List<Result> results =
                checks("models: net.yaml, " + limits).models().get(0).results();
        if (results.size() != 1) {
            throw new AssertionError("not one result: " + results);
        }
        return results.get(0);
    }

    /** What is wrong with the only limit of {@code net.yaml}. */
    Finding finding(String limits) {
        return result(limits).findings().get(0);
    }

    /** A place as it is seen from the folder. */
    String seen(Object place) {
        return place.toString().replace(folder + "/", "").replace(folder + "\\", "");
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
