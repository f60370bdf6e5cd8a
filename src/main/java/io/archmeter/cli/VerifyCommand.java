package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.report.VerifyDocument;
import io.archmeter.spec.LoadOptions;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;
import java.util.ArrayList;
import java.util.List;

/** The proof of the other numbers. */
final class VerifyCommand implements Command {
    private static final Option SEED =
            Option.value("--seed", "N", "what weights and input are drawn from (default: 0)");
    private static final Option THREADS =
            Option.value("--threads", "N", "threads that share the work (default: one for each core)");
    private static final Option KEEP_WEIGHTS =
            Option.flag("--keep-weights", "keep the weights of all layers in memory, not only those of one");

    private static final Option FAST =
            Option.flag("--fast", "convolutions with fewer multiplications, held to the usual ones by value");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "verify",
                "a real forward pass, held against what is predicted",
                new Syntax.Operands("MODEL ...", Syntax.MODEL, 1, Integer.MAX_VALUE),
                Syntax.options(List.of(SEED, THREADS, KEEP_WEIGHTS, FAST), ModelOptions.OPTIONS, Output.OPTIONS),
                List.of("archmeter verify alexnet", "archmeter verify vgg16 resnet50 --input 3x64x64"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        Verifier.Options how = how(given);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        List<Verification> verified = new ArrayList<>();
        for (Model model : Models.load(given.operands(), options)) {
            try (ProgressLine progress = new ProgressLine(console, model.graph().name())) {
                verified.add(model.verify(how, progress));
            }
        }
        output.write(VerifyDocument.of(verified));
        NotAsPredicted.throwIfDifferent(verified);
    }

    private static Verifier.Options how(Arguments given) {
        Verifier.Options usual = Verifier.Options.DEFAULT;
        return new Verifier.Options(
                given.from(0, SEED).orElse(usual.seed()),
                given.number(THREADS).orElse(usual.threads()),
                given.has(KEEP_WEIGHTS),
                given.has(FAST));
    }
}
