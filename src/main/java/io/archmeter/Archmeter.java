package io.archmeter;

import io.archmeter.budget.Budget;
import io.archmeter.budget.Measuring;
import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.BudgetedModels;
import io.archmeter.budget.run.BudgetRun;
import io.archmeter.diff.side.Comparison;
import io.archmeter.diff.side.Sides;
import io.archmeter.snapshot.GivenSettings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.source.TextFile;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.load.Bundle;
import io.archmeter.spec.load.BundledModel;
import io.archmeter.spec.load.ModelSources;
import io.archmeter.spec.load.SpecLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The library's door: {@code Archmeter.load("resnet50").analyze()}. */
public final class Archmeter {
    private Archmeter() {}

    /**
     * Loads a model.
     *
     * @param reference a file, a variant in it ({@code specs/resnet.yaml#resnet50}), either as it is in a git revision ({@code
     *     git:HEAD~1:specs/resnet.yaml#resnet50}), or the name of a bundled model
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    public static Model load(String reference) {
        return load(reference, LoadOptions.DEFAULT);
    }

    /** Loads a model with another batch, input or params than it is written with. */
    public static Model load(String reference, LoadOptions options) {
        ModelSources.Found found = ModelSources.ofFiles().model(reference, options);
        return new Model(found.graph(), found.batched());
    }

    /**
     * Loads the model in a text that lies in no folder; what it imports lies in the working folder.
     *
     * @param variant empty for the model as it is written
     */
    public static Model load(TextFile text, Optional<String> variant, LoadOptions options) {
        return new Model(SpecLoader.load(text, variant, options));
    }

    /** Loads the model in a file. */
    public static Model load(Path file) {
        return load(file.toString());
    }

    /** The models that come with the tool, in the order of their names. */
    public static List<BundledModel> bundled() {
        return Bundle.models();
    }

    /**
     * Holds the models of budget files to their limits.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with a budget, its models or its baseline
     */
    public static CheckReport check(String... budgets) {
        return check(List.of(budgets), Optional.empty());
    }

    /**
     * The same, compared with another baseline than the ones that the budgets name.
     *
     * @param baseline a file, or one in a revision ({@code git:main:archmeter-baseline.json}); empty for those that are named
     */
    public static CheckReport check(List<String> budgets, Optional<String> baseline) {
        return BudgetRun.of(budgets, baseline).check();
    }

    /**
     * What the models of a budget cost now, as a baseline remembers it.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with the budget or its models
     */
    public static List<Snapshot> measure(String budget) {
        return measure(BudgetFile.read(budget));
    }

    /** The same for a budget that has been read. */
    public static List<Snapshot> measure(Budget budget) {
        return Measuring.snapshots(BudgetedModels.of(budget));
    }

    /**
     * What a change costs.
     *
     * @param before a model, a spec for all its variants, a baseline (or {@code FILE#KEY}), or a report; a file may be one of a revision
     * @param after the same
     * @throws io.archmeter.problem.ProblemException with all that is wrong with either
     */
    public static Comparison diff(String before, String after) {
        return diff(before, after, GivenSettings.NONE);
    }

    /**
     * The same with other settings than those that a side is recorded with.
     *
     * @throws io.archmeter.problem.ProblemException also where there are settings, and nothing is left to be measured with them
     */
    public static Comparison diff(String before, String after, GivenSettings settings) {
        return Sides.of(before, after, settings, ModelSources.ofFiles()).compared();
    }
}
