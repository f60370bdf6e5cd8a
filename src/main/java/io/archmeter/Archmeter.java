package io.archmeter;

import io.archmeter.budget.Measuring;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.BudgetedModels;
import io.archmeter.budget.run.BudgetRun;
import io.archmeter.diff.Comparison;
import io.archmeter.diff.side.Sides;
import io.archmeter.load.BundledModel;
import io.archmeter.load.LoadOptions;
import io.archmeter.snapshot.GivenSettings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.spec.load.Bundle;
import io.archmeter.spec.load.GivenModel;
import io.archmeter.spec.load.ModelSources;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The library's door: {@code Archmeter.load("resnet50").analyze()}.
 *
 * @since 0.1.0
 */
public final class Archmeter {
    private static final String TEXT = "<text>";

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
        return model(ModelSources.ofFiles().model(reference, options));
    }

    /**
     * Loads the model in a text: a spec in YAML, or in JSON where it begins like an object of that. Problems call it {@value #TEXT}; what it
     * imports lies in the working folder.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    public static Model parse(String text) {
        return parse(text, TEXT);
    }

    /**
     * The same.
     *
     * @param name the text as problems show it
     */
    public static Model parse(String text, String name) {
        return parse(text, name, Optional.empty(), LoadOptions.DEFAULT);
    }

    /**
     * The same with another batch, input or params than it is written with.
     *
     * @param variant empty for the model as it is written
     */
    public static Model parse(String text, String name, Optional<String> variant, LoadOptions options) {
        return model(GivenModel.in(text, name, variant, options));
    }

    /**
     * The same of a text that is read to its end, or as far as a spec may reach. The reader stays open.
     *
     * @throws io.archmeter.problem.ProblemException also where nothing can be read
     */
    public static Model parse(Reader text, String name) {
        return parse(text, name, Optional.empty(), LoadOptions.DEFAULT);
    }

    /** The same with another batch, input or params than it is written with. */
    public static Model parse(Reader text, String name, Optional<String> variant, LoadOptions options) {
        return model(GivenModel.in(text, name, variant, options));
    }

    /**
     * Loads the model in a stream: a spec in YAML or JSON, or an ONNX file, as it begins. It is read to its end, or as far as such a
     * file may reach, and stays open.
     *
     * @param name the stream as problems show it
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it, and where nothing can be read
     */
    public static Model parse(InputStream bytes, String name) {
        return parse(bytes, name, Optional.empty(), LoadOptions.DEFAULT);
    }

    /**
     * The same with another batch, input or params than it is written with.
     *
     * @param variant of a spec; empty for the model as it is written
     */
    public static Model parse(InputStream bytes, String name, Optional<String> variant, LoadOptions options) {
        return model(GivenModel.in(bytes, name, variant, options));
    }

    private static Model model(ModelSources.Found found) {
        return new Model(found.graph(), found.batched());
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
    public static CheckAnswer check(String... budgets) {
        return check(List.of(budgets), Optional.empty());
    }

    /**
     * The same, compared with another baseline than the ones that the budgets name.
     *
     * @param baseline a file, or one in a revision ({@code git:main:archmeter-baseline.json}); empty for those that are named
     */
    public static CheckAnswer check(List<String> budgets, Optional<String> baseline) {
        return new CheckAnswer(BudgetRun.of(budgets, baseline).check());
    }

    /**
     * What the models of a budget cost now, as a baseline remembers it.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with the budget or its models
     */
    public static List<Snapshot> measure(String budget) {
        return Measuring.snapshots(BudgetedModels.of(BudgetFile.read(budget)));
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
