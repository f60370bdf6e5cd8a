package io.archmeter.report.check;

import io.archmeter.budget.Bound;
import io.archmeter.budget.BudgetedModel;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Checks;
import io.archmeter.budget.check.Contribution;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.Judgement;
import io.archmeter.budget.check.LayerGrowth;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.budget.check.Note;
import io.archmeter.budget.check.Origin;
import io.archmeter.budget.check.Result;
import io.archmeter.budget.check.Rule;
import io.archmeter.budget.check.Verdict;
import io.archmeter.diff.ChangedAttribute;
import io.archmeter.git.WorkingTree;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.report.text.Page;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.PlainValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reports as a check makes them, written by hand. */
final class CheckedModels {
    /** What has a meaning in one of the formats: a percent sign, marks of XML and Markdown, a control character, a line break, an emoji. */
    static final String STRANGE = "a%b:c,d<e>&\"f|g\u0001h\ni]\uD83D\uDE00(j){k}";

    static final Places HERE = Places.from(new WorkingTree(Path.of("").toAbsolutePath()));

    /** A line of a layer. */
    static final Span LINE = new Span("specs/net.yaml", 5, 8);

    private static final Limit PARAMETERS =
            new Limit(Scope.TOTAL, Metric.PARAMETERS, new Bound.Absolute("1.5k", 1500), new Span("budget.yaml", 3, 26));
    private static final Limit DEPTH =
            new Limit(Scope.TOTAL, Metric.DEPTH, new Bound.Absolute("2", 2), new Span("budget.yaml", 4, 12));
    private static final Limit MODULE = new Limit(
            new Scope.Module("layer4"), Metric.PARAMETERS, new Bound.Absolute("9", 9), new Span("budget.yaml", 5, 30));
    private static final Limit GROWTH = new Limit(
            Scope.TOTAL, Metric.MULTIPLY_ADDS, new Bound.Increase("+1k", 1000), new Span("budget.yaml", 6, 21));

    private static final List<ChangedAttribute> WIDER = List.of(
            new ChangedAttribute.Word(
                    "features", Optional.of(PlainValue.Num.of(7)), Optional.of(PlainValue.Num.of(10))),
            new ChangedAttribute.Shapes("output", List.of(Shape.of(1, 7)), List.of(Shape.of(1, 10))));

    private CheckedModels() {}

    /** 1,562 parameters where 1,500 are allowed, of them 1,450 in the linear layer, which has grown by 450. */
    static CheckReport over(String model, String layer) {
        return over(model, layer, Origin.at(LINE));
    }

    /** The same, where a block writes the layer. */
    static CheckReport overInBlock(Origin origin) {
        return over("a.yaml", "stem.fc", origin);
    }

    /** The same, where that warns. */
    static CheckReport warned(String model) {
        Limit warning = new Limit(
                PARAMETERS.scope(), PARAMETERS.metric(), PARAMETERS.bound(), PARAMETERS.place(), Level.WARNING);
        return over(warning, model, "fc", Origin.at(LINE));
    }

    private static CheckReport over(String model, String layer, Origin origin) {
        return over(PARAMETERS, model, layer, origin);
    }

    private static CheckReport over(Limit limit, String model, String layer, Origin origin) {
        Rule rule = rule("total-limit");
        Judgement judgement = new Judgement(limit, known(1562), known(1500), known(1112), Verdict.BROKEN, "");
        Finding finding = new Finding(
                rule,
                model,
                judgement,
                origin,
                layer,
                "total-limit|total|parameters|Absolute|",
                List.of(new Contribution(layer, origin, Metric.PARAMETERS, 1450, 1562)),
                List.of(new LayerGrowth(LayerGrowth.Kind.CHANGED, layer, origin, Metric.PARAMETERS, 450, WIDER)),
                "make it smaller");
        return report(model, new Result(rule, judgement, List.of(finding)));
    }

    /** A limit of each verdict but broken: 2 of 2 layers, no module of that name, and no baseline to compare with. */
    static CheckReport other(String model) {
        Rule rule = rule("total-limit");
        Judgement kept = new Judgement(DEPTH, known(2), known(2), OptionalLong.empty(), Verdict.KEPT, "");
        Judgement none = new Judgement(
                MODULE, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Verdict.NO_LAYER, "");
        Judgement unknown = new Judgement(
                GROWTH,
                known(5328),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Verdict.NOT_CHECKED,
                "the baseline does not have this model");
        Finding finding = new Finding(
                rule,
                model,
                unknown,
                Origin.at(GROWTH.place()),
                "",
                "total-limit|total|multiply_adds|Increase|",
                List.of(),
                List.of(),
                "run 'archmeter baseline' and commit what it writes");
        return report(
                model,
                new Result(rule, kept, List.of()),
                new Result(rule("module-limit"), none, List.of()),
                new Result(rule, unknown, List.of(finding)));
    }

    static CheckReport kept(String model) {
        Judgement kept = new Judgement(DEPTH, known(2), known(2), OptionalLong.empty(), Verdict.KEPT, "");
        return report(model, new Result(rule("total-limit"), kept, List.of()));
    }

    /** A note on a model that is in the baseline only. */
    static CheckReport gone(String model) {
        return goneFrom("base line.json", model);
    }

    /** A note on a model that is in this baseline only. */
    static CheckReport goneFrom(String baseline, String model) {
        return new CheckReport(
                List.of(), List.of(new Note(rule("gone-model"), model, Span.of(baseline), "not in the budget")));
    }

    private static CheckReport report(String model, Result... results) {
        Snapshot now = new Snapshot(model, Settings.DEFAULT, Shape.of(1, 3, 8, 8), Map.of(Metric.DEPTH, 2L), List.of());
        BudgetedModel subject =
                new BudgetedModel(model, false, Settings.DEFAULT, List.of(), List.of(), new Span("budget.yaml", 2, 13));
        return new CheckReport(List.of(new ModelReport(subject, now, Optional.empty(), List.of(results))), List.of());
    }

    /** As in a repository whose root is the current folder. */
    static String written(CheckFormat format, CheckReport... reports) {
        return written(format, HERE, reports);
    }

    static String written(CheckFormat format, Places places, CheckReport... reports) {
        StringWriter out = new StringWriter();
        try {
            format.write(CheckReport.together(List.of(reports)), places, Page.ENDLESS, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static Rule rule(String id) {
        return Checks.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OptionalLong known(long number) {
        return OptionalLong.of(number);
    }
}
