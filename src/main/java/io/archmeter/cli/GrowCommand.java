package io.archmeter.cli;

import io.archmeter.growth.Growth;
import io.archmeter.growth.GrowthSearch;
import io.archmeter.growth.Limit;
import io.archmeter.growth.Measures;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.GrowDocument;
import io.archmeter.report.answer.Documents;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How what a model costs grows, and what fits. */
@Command(
        name = "grow",
        description = "how cost grows with the batch, the input or a param, as exact polynomials; and what fits limits",
        footer = {
            "  archmeter grow resnet50",
            "  archmeter grow resnet50 --over batch --fit training_peak_bytes=8GiB",
            "  archmeter grow gpt2 --over context --metric multiply_adds",
            "  archmeter grow vgg16 --over input --fit multiply_adds=100G -o vgg16.html"
        })
final class GrowCommand extends Subcommand {
    /** What is told where nobody says. */
    private static final List<Metric> USUAL = List.of(
            Metric.PARAMETERS,
            Metric.MULTIPLY_ADDS,
            Metric.OUTPUT_BYTES,
            Metric.PEAK_BYTES,
            Metric.KEPT_FOR_BACKWARD_BYTES);

    @Mixin
    private ModelArgument named = new ModelArgument();

    @Option(
            names = "--over",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "what is varied: batch, input, height, width, length, or a param of the spec; several with commas (default: batch and input)")
    private List<String> over = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "KEY",
            split = ",",
            converter = RecordedMetric.class,
            completionCandidates = RecordedMetric.class,
            description = "what is told, by its key; several with commas")
    private List<Metric> metrics = new ArrayList<>();

    @Option(
            names = "--fit",
            paramLabel = "KEY=LIMIT",
            split = ",",
            converter = MetricLimit.class,
            description = "also the largest that fits, e.g. peak_bytes=8GiB or multiply_adds=4G; several with commas")
    private List<Limit> limits = new ArrayList<>();

    @Option(
            names = "--step",
            paramLabel = "N",
            converter = WholeNumbers.FromOne.class,
            description = "by how much the input or a param is varied at least (default: it is looked for)")
    private Optional<Long> step = Optional.empty();

    @Mixin
    private OptimizerOption optimizer = new OptimizerOption();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private CountingOptions counting = new CountingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    GrowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Optimizer given = optimizer.given("grow", counting.type()).orElse(Optimizer.ADAM);
        Growth growth = GrowthSearch.of(
                models.sources(console()),
                named.reference(),
                models.options(),
                counting.type(),
                new Measures(measured(), counting.training(), given),
                distinct(),
                step.map(OptionalLong::of).orElse(OptionalLong.empty()),
                limits);
        output.answer(console(), Documents.of(format -> GrowDocument.of(growth, format.showsPictures())));
        return ExitCode.FINE;
    }

    private List<Metric> measured() {
        Set<Metric> all = EnumSet.noneOf(Metric.class);
        all.addAll(metrics);
        if (metrics.isEmpty()) {
            USUAL.stream()
                    .filter(metric -> !metric.isOfTraining() || counting.type().hasGradients())
                    .forEach(all::add);
        }
        limits.forEach(limit -> all.add(limit.metric()));
        for (Metric metric : all) {
            if (metric.isOfTraining() && !counting.type().hasGradients()) {
                throw new ProblemException(Problem.at(
                        Span.of(Commands.ARCHMETER + " grow"),
                        "no-gradients",
                        "there is no " + metric.words() + " in " + counting.type() + ", which has no gradients",
                        "leave " + metric + " out, or write " + CountingOptions.DTYPE
                                + " float32, float16 or bfloat16"));
            }
        }
        return List.copyOf(all);
    }

    private List<String> distinct() {
        Set<String> words = new LinkedHashSet<>(over);
        if (words.size() < over.size()) {
            throw new ProblemException(Problem.at(
                    Span.of(Commands.ARCHMETER + " grow"),
                    "repeated-option",
                    "--over names the same twice: " + String.join(", ", over),
                    "name each once"));
        }
        return List.copyOf(words);
    }
}
