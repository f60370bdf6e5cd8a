package io.archmeter.cli;

import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.ZeroWeights;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model in the format of other tools. */
@Command(
        name = "convert",
        description = "an ONNX file of a model at inference, without heads",
        footer = {
            "  archmeter convert resnet50 -o resnet50.onnx",
            "  archmeter convert vgg16 --weights none --batch 8 -o vgg16.onnx"
        })
final class ConvertCommand extends Subcommand {
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

    @Mixin
    private ModelArgument named = new ModelArgument();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            converter = OnnxOutput.class,
            description = "write there; its name ends in .onnx, or - is standard output")
    private OutputFile file = OutputFile.STANDARD_OUTPUT;

    @Option(
            names = "--weights",
            paramLabel = "KIND",
            description = "seeded (default), zeros, or none: they become inputs")
    private Weights weights = Weights.SEEDED;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumbers.FromZero.class,
            description = "what seeded weights are drawn from (default: 0)")
    private long seed;

    @Mixin
    private ModelOptions models = new ModelOptions();

    ConvertCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        OnnxExport export = models.load(named.reference(), console()).onnx();
        OnnxFile onnx = switch (weights) {
            case SEEDED -> export.withWeights(new SeededWeights(seed)).convert();
            case ZEROS -> export.withWeights(new ZeroWeights()).convert();
            case NONE -> export.convert();
        };
        if (file.isStandardOutput()) {
            StandardOutput.writeBytes(console(), onnx::writeTo);
        } else {
            file.writeBytes(onnx::writeTo);
        }
        return ExitCode.FINE;
    }

    /** A file that ends in {@code .onnx}, or standard output. */
    static final class OnnxOutput implements ITypeConverter<OutputFile> {
        @Override
        public OutputFile convert(String name) {
            OutputFile file = new OutputFile.Converter().convert(name);
            if (!file.isStandardOutput() && !name.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
                throw new BadFile(Problem.at(
                        Span.of("archmeter convert"),
                        "unknown-format",
                        "'" + name + "' does not end in " + ENDING,
                        "ONNX is all that there is to convert to: name it e.g. model" + ENDING));
            }
            return file;
        }
    }
}
