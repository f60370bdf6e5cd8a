package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.CompareDocument;
import io.archmeter.spec.LoadOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models side by side. */
final class CompareCommand implements Command {
    private static final Option BY = Option.value("--by", "PART", "where the cost sits: stage, layer or kind");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "compare",
                "what models cost, side by side",
                new Syntax.Operands("MODEL ...", Syntax.MODEL, 1, Integer.MAX_VALUE),
                Syntax.options(List.of(BY), ModelOptions.OPTIONS, CountingOptions.OPTIONS, Output.OPTIONS),
                List.of(
                        "archmeter compare alexnet vgg16 googlenet resnet50",
                        "archmeter compare alexnet vgg16 --by stage"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        CountingOptions counting = CountingOptions.read(given);
        Optional<Grouping> grouping = grouping(given);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        List<Model> models = Models.load(given.operands(), options);
        output.write(
                grouping.isPresent()
                        ? BreakdownDocument.of(
                                models.stream()
                                        .map(model -> costs(model, counting))
                                        .toList(),
                                grouping.get())
                        : CompareDocument.of(models.stream()
                                .map(model -> entry(model, counting))
                                .toList()));
    }

    private static CostReport costs(Model model, CountingOptions counting) {
        return model.analyze(counting.type(), counting.training());
    }

    private static CompareDocument.Entry entry(Model model, CountingOptions counting) {
        return new CompareDocument.Entry(costs(model, counting), model.memory(counting.type(), counting.training()));
    }

    private static Optional<Grouping> grouping(Arguments given) {
        return given.choice(BY, List.of("stage", "layer", "kind"))
                .map(word -> Grouping.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}
