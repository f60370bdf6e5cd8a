package io.archmeter.cli;

import io.archmeter.graph.DType;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.training.Optimizer;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What changes the parameters. */
final class OptimizerOption {
    private static final String NAME = "--optimizer";

    @Option(names = NAME, paramLabel = "NAME", description = "sgd, momentum, adam (default), adamw or none")
    private Optional<Optimizer> optimizer = Optional.empty();

    /**
     * The one that is given, if one is.
     *
     * @param command whose option it is
     * @throws ProblemException where one is given and nothing can be trained in the type
     */
    Optional<Optimizer> given(String command, DType type) {
        if (optimizer.isPresent() && !type.hasGradients()) {
            throw new ProblemException(Problem.at(
                    Span.of(Commands.ARCHMETER + " " + command),
                    "no-gradients",
                    NAME + " " + optimizer.get() + " has nothing to do in " + type + ", which has no gradients",
                    "leave " + NAME + " out, or write " + CountingOptions.DTYPE + " float32, float16 or bfloat16"));
        }
        return optimizer;
    }
}
