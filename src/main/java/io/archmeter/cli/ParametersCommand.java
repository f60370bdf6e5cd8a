package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.ParametersDocument;
import io.archmeter.spec.LoadOptions;
import java.util.List;

/** The tensors of weights. */
final class ParametersCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax(
                "parameters",
                "every tensor of weights, named as in PyTorch",
                new Syntax.Operands("MODEL", Syntax.MODEL, 1, 1),
                Syntax.options(ModelOptions.OPTIONS, List.of(CountingOptions.TRAINING), Output.OPTIONS),
                List.of("archmeter parameters resnet50 --format csv"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        boolean training = given.has(CountingOptions.TRAINING);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        Model model = Archmeter.load(given.operands().get(0), options);
        output.write(ParametersDocument.of(model.analyze(DType.FLOAT32, training), model.weights(training)));
    }
}
