package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxFile;
import io.archmeter.spec.LoadOptions;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.ZeroWeights;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A model in the format of other tools. */
final class ConvertCommand implements Command {
    private static final Option FILE = Option.value("--output", "FILE", "write there; its name ends in .onnx")
            .or("-o");
    private static final Option WEIGHTS =
            Option.value("--weights", "KIND", "seeded (default), zeros, or none: they become inputs");
    private static final Option SEED = Option.value("--seed", "N", "what seeded weights are drawn from (default: 0)");

    private static final String ENDING = ".onnx";

    /** What stands for weights that nobody has trained. */
    private enum Weights {
        SEEDED,
        ZEROS,
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                "convert",
                "an ONNX file of a model at inference: its main output alone",
                new Syntax.Operands("MODEL", Syntax.MODEL, 1, 1),
                Syntax.options(List.of(FILE, WEIGHTS, SEED), ModelOptions.OPTIONS),
                List.of(
                        "archmeter convert resnet50 -o resnet50.onnx",
                        "archmeter convert vgg16 --weights none --batch 8 -o vgg16.onnx"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        Weights weights = given.choice(WEIGHTS, List.of(Weights.values())).orElse(Weights.SEEDED);
        long seed = given.from(0, SEED).orElse(0);
        Optional<OutputFile> output = output(given);
        given.throwIfWrong();
        OnnxExport export = Archmeter.load(given.operands().get(0), options).onnx();
        OnnxFile file = switch (weights) {
            case SEEDED -> export.withWeights(new SeededWeights(seed)).convert();
            case ZEROS -> export.withWeights(new ZeroWeights()).convert();
            case NONE -> export.convert();
        };
        output.orElseThrow().writeBytes(file::writeTo);
    }

    private static Optional<OutputFile> output(Arguments given) {
        Optional<String> name = given.find(FILE);
        if (name.isEmpty()) {
            given.problem("missing-option", "no file is named to write to", "add e.g. -o model" + ENDING);
        } else if (!name.get().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            given.problem(
                    "unknown-format",
                    "'" + name.get() + "' does not end in " + ENDING,
                    "ONNX is all that there is to convert to: name it e.g. model" + ENDING);
        }
        Optional<OutputFile> file = name.map(OutputFile::new);
        file.flatMap(OutputFile::obstacle).ifPresent(given::problem);
        return file;
    }
}
