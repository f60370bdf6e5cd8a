package io.archmeter.budget.check;

import io.archmeter.budget.Measurement;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.file.Baseline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds models to their budget. */
public final class Checks {
    /** All of them; each is a class of its own. */
    private static final List<Check> ALL = List.of(
            new TotalLimit(),
            new ConventionLimit(),
            new ModuleLimit(),
            new LayerLimit(),
            new OperatorLimit(),
            new ForbiddenOperator());

    private static final Comparator<Result> BY_PLACE =
            Comparator.comparing(result -> result.limit().place(), Span.IN_ORDER);

    private Checks() {}

    /** What can be found or noted, in an order that stays. */
    public static List<Rule> rules() {
        return Stream.concat(ALL.stream().map(Check::rule), BaselineMatch.RULES.stream())
                .toList();
    }

    /** Holds models that are measured to their limits. */
    public static CheckReport judge(List<Measurement> measured, Optional<Baseline> baseline) {
        BaselineMatch past =
                baseline.map(known -> BaselineMatch.of(known, measured)).orElseGet(BaselineMatch::none);
        List<ModelReport> models = new ArrayList<>();
        PatternWork work = new PatternWork();
        for (Measurement measurement : measured) {
            ModelUnderCheck model = new ModelUnderCheck(
                    measurement, past.before(measurement.subject().key()));
            work.add(model);
            models.add(new ModelReport(model.subject(), model.now(), model.before(), results(model)));
        }
        UnmatchedScopes.throwIfAny(models);
        return new CheckReport(models, past.notes());
    }

    private static List<Result> results(ModelUnderCheck model) {
        return ALL.stream()
                .flatMap(check -> check.results(model).stream())
                .sorted(BY_PLACE)
                .toList();
    }
}
