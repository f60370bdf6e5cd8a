package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.load.ModelSources;
import io.archmeter.spec.write.SpecText;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.ZeroWeights;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model in another format. */
@Command(
        name = "convert",
        description = "an ONNX file of a model at inference, without heads; or a spec, of an ONNX file too",
        footer = {
            "  archmeter convert resnet50 -o resnet50.onnx",
            "  archmeter convert vgg16 --weights none --batch 8 -o vgg16.onnx",
            "  archmeter convert model.onnx -o model.yaml"
        })
final class ConvertCommand extends Subcommand {
    private static final String COMMAND = "archmeter convert";

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

    /** What can be written. */
    private enum Target {
        ONNX,
        YAML,
        JSON;

        /** That of a file, by its ending. */
        static Optional<Target> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".onnx")) {
                return Optional.of(ONNX);
            }
            return lower.endsWith(".json")
                    ? Optional.of(JSON)
                    : Optional.of(YAML).filter(yaml -> lower.endsWith(".yaml") || lower.endsWith(".yml"));
        }
    }

    @Mixin
    private ModelArgument named = new ModelArgument();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            converter = ConvertedFile.class,
            description = "write there; it ends in .onnx, or in .yaml or .json for a spec; - is standard output")
    private OutputFile file = OutputFile.STANDARD_OUTPUT;

    @Option(
            names = "--weights",
            paramLabel = "KIND",
            description = "of ONNX: seeded (default), zeros, or none: they become inputs")
    private Optional<Weights> weights = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumbers.FromZero.class,
            description = "what seeded weights are drawn from (default: 0)")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private ModelOptions models = new ModelOptions();

    ConvertCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        ModelSources sources = models.sources(console());
        boolean onnx = sources.isOnnx(named.reference());
        Target target = file.isStandardOutput()
                ? onnx ? Target.YAML : Target.ONNX
                : Target.of(file.name()).orElseThrow();
        check(onnx, target);
        Model model = models.load(named.reference(), sources);
        if (target == Target.ONNX) {
            write(onnx(model.onnx()));
        } else {
            write(model.spec(named.reference(), stem()), target);
        }
        return ExitCode.FINE;
    }

    private void check(boolean onnx, Target target) {
        if (onnx && target == Target.ONNX) {
            throw new ProblemException(Problem.at(
                    Span.of(named.reference()),
                    "cannot-convert",
                    "this is an ONNX file already",
                    "copy it; or name e.g. model.yaml, for a spec"));
        }
        if (target != Target.ONNX && (weights.isPresent() || seed.isPresent())) {
            throw new ProblemException(Problem.at(
                    Span.of(COMMAND),
                    "surplus-option",
                    "--weights and --seed are for ONNX alone: a spec holds no weights",
                    "leave them out"));
        }
    }

    private OnnxFile onnx(OnnxExport export) {
        return switch (weights.orElse(Weights.SEEDED)) {
            case SEEDED ->
                export.withWeights(new SeededWeights(seed.orElse(0L))).convert();
            case ZEROS -> export.withWeights(new ZeroWeights()).convert();
            case NONE -> export.convert();
        };
    }

    private void write(OnnxFile onnx) {
        if (file.isStandardOutput()) {
            StandardOutput.writeBytes(console(), onnx::writeTo);
        } else {
            file.writeBytes(onnx::writeTo);
        }
    }

    private void write(SpecText spec, Target target) {
        Content content = target == Target.JSON ? spec::writeJson : spec::writeYaml;
        if (file.isStandardOutput()) {
            StandardOutput.write(console(), java.nio.charset.StandardCharsets.UTF_8, content);
        } else {
            file.write(content);
        }
    }

    /** What a spec without a name is called: as its file, without the ending; nothing on standard output. */
    private String stem() {
        if (file.isStandardOutput()) {
            return "";
        }
        Path last = Path.of(file.name()).getFileName();
        String name = last == null ? file.name() : last.toString();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** A file of a format that there is, or standard output. */
    static final class ConvertedFile implements ITypeConverter<OutputFile> {
        @Override
        public OutputFile convert(String name) {
            OutputFile file = new OutputFile.Converter().convert(name);
            if (!file.isStandardOutput() && Target.of(name).isEmpty()) {
                throw new BadFile(Problem.at(
                        Span.of(COMMAND),
                        "unknown-format",
                        "'" + name + "' does not end in .onnx, .yaml or .json",
                        "name it e.g. model.onnx, or model.yaml for a spec"));
            }
            return file;
        }
    }
}
