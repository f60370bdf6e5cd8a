package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.problem.Problem;
import io.archmeter.report.VerifyDocument;
import io.archmeter.report.VerifyPage;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.text.Glyphs;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The proof of the other numbers. */
@Command(
        name = "verify",
        description = "a real forward pass, held against what is predicted",
        footer = {"  archmeter verify alexnet", "  archmeter verify vgg16 resnet50 --input 3x64x64"})
final class VerifyCommand extends Subcommand {
    @Mixin
    private ModelArguments named = new ModelArguments();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumbers.FromZero.class,
            description = "what weights and input are drawn from (default: 0)")
    private long seed = Verifier.Options.DEFAULT.seed();

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = WholeNumbers.Threads.class,
            description = "threads that share the work (default: one for each core)")
    private int threads = Verifier.Options.DEFAULT.threads();

    @Option(names = "--keep-weights", description = "keep the weights of all layers in memory, not only those of one")
    private boolean keepWeights;

    @Option(
            names = "--fast",
            description =
                    "fewer multiplications and passes, and functions in single precision, held to the usual ones by value")
    private boolean fast;

    @Option(
            names = "--verbose",
            description = "say on standard error with what vectors and tiles matrices are multiplied")
    private boolean verbose;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Verifier.Options how = new Verifier.Options(seed, threads, keepWeights, fast);
        if (verbose) {
            String vectors = Glyphs.thatFit(console().charset()).translate(Verifier.vectors());
            console().err().print(vectors + "\n");
        }
        List<Verification> verified = new ArrayList<>();
        for (Model model : models.load(named.references(), console())) {
            try (ProgressLine progress =
                    new ProgressLine(console(), model.graph().name())) {
                verified.add(model.verify(how, progress));
            }
        }
        output.answer(console(), Documents.of(() -> VerifyDocument.of(verified), () -> VerifyPage.of(verified)));
        List<Problem> differences = NotAsPredicted.problems(verified);
        ProblemText.print(differences, console());
        return differences.isEmpty() ? ExitCode.FINE : ExitCode.FAILED;
    }
}
