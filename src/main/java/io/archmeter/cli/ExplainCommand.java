package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Explanation;
import io.archmeter.report.ExplainDocument;
import io.archmeter.report.document.Document;
import io.archmeter.spec.LoadOptions;
import java.util.List;

/** The arithmetic behind the numbers. */
final class ExplainCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax(
                "explain",
                "how each number of a model comes about",
                new Syntax.Operands("MODEL [LAYER]", Syntax.MODEL, 1, 2),
                Syntax.options(ModelOptions.OPTIONS, CountingOptions.OPTIONS, Output.OPTIONS),
                List.of("archmeter explain resnet50 layer1.0.conv1", "archmeter explain resnet50 layer1.0"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        CountingOptions counting = CountingOptions.read(given);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        String reference = given.operands().get(0);
        Model model = Archmeter.load(reference, options);
        CostReport report = model.analyze(counting.type(), counting.training());
        List<Explanation> layers = model.explain(counting.type(), counting.training());
        Document document = given.operands().size() == 1
                ? ExplainDocument.of(report, layers)
                : ExplainDocument.ofPart(report, Layers.below(given.operands().get(1), layers, reference));
        output.write(document);
    }
}
