package io.archmeter.cli;

import io.archmeter.diff.Comparison;
import io.archmeter.diff.side.Sides;
import io.archmeter.report.answer.DiffDocuments;
import io.archmeter.snapshot.GivenSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a change costs. */
@Command(
        name = "diff",
        description = "what a change costs: totals, and the layers that are others",
        footer = {
            "  archmeter diff resnet18 resnet34",
            "  archmeter diff git:HEAD:specs/resnet.yaml specs/resnet.yaml --format markdown",
            "  archmeter diff archmeter-baseline.json specs/resnet.yaml#resnet50"
        })
final class DiffCommand extends Subcommand {
    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "a model, a spec for all its variants, a baseline (or FILE#KEY), or a report")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "the same")
    private String after = "";

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private CountingOptions counting = new CountingOptions();

    @Mixin
    private OptimizerOption optimizer = new OptimizerOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DiffCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Comparison compared =
                Sides.of(before, after, settings(), models.sources(console())).compared();
        output.answer(console(), new DiffDocuments(compared));
        return ExitCode.FINE;
    }

    GivenSettings settings() {
        return new GivenSettings(
                models.batch(),
                models.onlyInput(),
                counting.givenType(),
                counting.training(),
                optimizer.given("diff", counting.type()),
                models.set());
    }
}
