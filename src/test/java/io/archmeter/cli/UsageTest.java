package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of command lines themselves. */
class UsageTest {
    @Test
    void helpListsAllCommands() {
        Cli help = Cli.run("--help").prints("usage: archmeter COMMAND").fits(100);
        Commands.NAMES.forEach(name -> assertThat(help.out()).containsPattern("\n  " + name + "[, ]"));
        assertThat(Cli.run("-h")).isEqualTo(help);
        assertThat(Cli.run("help")).isEqualTo(help);
    }

    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void eachCommandHasHelpWithAnExample(String command) {
        Cli help = Cli.run(command, "--help")
                .prints("usage: archmeter " + command + " [OPTIONS]", "\nexamples:\n  ")
                .prints("\n      --color=WHEN ", "\n  -h, --help ", "\n  -V, --version ")
                .fits(100);
        assertThat(Cli.run("help", command)).isEqualTo(help);
        assertThat(Cli.run(command, "--nonsense", "x", "-h")).isEqualTo(help);
    }

    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void eachCommandSaysTheVersion(String command) {
        Cli.run(command, "--version").printsExactly("archmeter (not packaged)\n");
    }

    /** The names in the annotations and those by which a command is found are not the same list. */
    @Test
    void eachNameLeadsToItsCommand() {
        Console console = Console.of(System.out, System.err, Map.of());
        Commands.all(console).getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                Class<?> called =
                        Commands.find(name, console).orElseThrow().getCommand().getClass();
                assertThat(called).isEqualTo(command.getCommand().getClass());
            }
        });
    }

    @Test
    void aCommandCanBeCalledByItsOtherNames() {
        assertThat(Cli.run("ls")).isEqualTo(Cli.run("list"));
        assertThat(Cli.run("analyse", "alexnet")).isEqualTo(Cli.run("analyze", "alexnet"));
    }

    @Test
    void argumentsCanStandInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "alexnet\n# a comment\n--format csv --top 2\n");
        assertThat(Cli.run("analyze", "@" + file))
                .isEqualTo(Cli.run("analyze", "alexnet", "--format", "csv", "--top", "2"));
        Cli.run("analyze", "@" + folder).refusesWith("archmeter: error: [cannot-read] ");
    }

    @Test
    void helpIsAsWideAsTheTerminal() {
        Cli.runWith(Map.of("COLUMNS", "70"), "check", "--help").prints().fits(70);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyze",
                "compare",
                "explain",
                "memory",
                "parameters",
                "verify",
                "diff",
                "check",
                "list",
                "schema"
            })
    void eachAnswerHasAFormat(String command) {
        Cli.run(command, "--help").prints("\n      --format=FORMAT ", "\n  -o, --output=FILE ");
    }

    @Test
    void theVersionIsThatOfTheJar() {
        Cli.run("--version").printsExactly("archmeter (not packaged)\n");
    }

    @Test
    void withoutACommandTheHelpIsAProblem() {
        Cli nothing = Cli.run();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err())
                .startsWith("usage: archmeter COMMAND [OPTIONS]\n")
                .endsWith(
                        "archmeter: error: [missing-command] no command is given\n    remedy: use one of those above\n");
    }

    @Test
    void aMisspeltCommandIsGuessed() {
        Cli.run("anlyze", "alexnet").refuses("""
                archmeter: error: [unknown-command] there is no command 'anlyze'
                    remedy: did you mean 'analyze'?
                """);
        Cli.run("frobnicate").refuses("""
                archmeter: error: [unknown-command] there is no command 'frobnicate'
                    remedy: use one of: analyze, compare, sweep, explain, memory, roofline, grow, parameters, inputs, verify, diff, check, baseline, init, convert, reconcile, conventions, devices, list, show, schema, completion
                """);
        Cli.run("--frobnicate").refuses("""
                archmeter: error: [unknown-option] there is no option --frobnicate
                    remedy: 'archmeter --help' lists what there is
                """);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Cli.run(
                        "analyze",
                        "--btch",
                        "3",
                        "alexnet",
                        "--format",
                        "cvs",
                        "--dtype",
                        "flaot32",
                        "--input",
                        "3x",
                        "--top",
                        "0",
                        "--set",
                        "x",
                        "--output",
                        "no/such/folder/file",
                        "surplus")
                .refuses("""
                archmeter analyze: error: [unknown-option] there is no option --btch
                    remedy: did you mean '--batch'?
                archmeter analyze: error: [unknown-format] --format cannot be 'cvs'
                    remedy: did you mean 'csv'?
                archmeter analyze: error: [unknown-dtype] --dtype cannot be 'flaot32'
                    remedy: did you mean 'float32'?
                archmeter analyze: error: [bad-shape] --input: '3x' is not the shape of one sample
                    remedy: write channels, height and width without the batch: 3x224x224
                archmeter analyze: error: [bad-value] --top must be a whole number from 1, but is '0'
                    remedy: write e.g. --top 4
                archmeter analyze: error: [bad-value] --set needs a name and a value, but is 'x'
                    remedy: write e.g. --set width=0.5
                no/such/folder/file: error: [no-such-folder] its folder does not exist
                    remedy: create the folder first
                archmeter analyze: error: [surplus-argument] 'surplus' is one argument too many
                    remedy: write archmeter analyze [OPTIONS] MODEL
                8 problems
                """);
    }

    @Test
    void anOptionThatIsMissingSomethingSaysSo() {
        Cli.run("analyze", "alexnet", "--batch").refuses("""
                archmeter analyze: error: [missing-value] --batch needs a value
                    remedy: write --batch N
                """);
        Cli.run("analyze", "--batch", "--training", "alexnet").refuses("""
                archmeter analyze: error: [missing-value] --batch needs a value
                    remedy: write --batch N
                """);
        Cli.run("analyze").refuses("""
                archmeter analyze: error: [missing-argument] MODEL is missing
                    remedy: write archmeter analyze [OPTIONS] MODEL
                """);
        Cli.run("analyze", "-x", "alexnet").refuses("""
                archmeter analyze: error: [unknown-option] there is no option -x
                    remedy: 'archmeter analyze --help' lists the options
                """);
    }

    @Test
    void anOptionThatHasTooMuchSaysSo() {
        Cli.run("analyze", "alexnet", "--batch", "2", "--batch=3", "--training=yes")
                .refuses("""
                archmeter analyze: error: [repeated-option] --batch is given more than once
                    remedy: give it once
                archmeter analyze: error: [surplus-value] --training takes no value
                    remedy: write --training
                2 problems
                """);
        Cli.run("analyze", "alexnet", "--set", "a=1", "--set", "a=2").refuses("""
                --set: error: [repeated-option] --set gives 'a' more than one value
                    remedy: give it once
                """);
        Cli.run("show", "alexnet", "vgg16").refuses("""
                archmeter show: error: [surplus-argument] 'vgg16' is one argument too many
                    remedy: write archmeter show [OPTIONS] MODEL
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "two", "9223372036854775808", "٣", "+3", " 3"})
    void aBatchIsAWholeNumber(String batch) {
        Cli.run("analyze", "alexnet", "--batch", batch).refuses("""
                archmeter analyze: error: [bad-value] --batch must be a whole number from 1, but is '%s'
                    remedy: write e.g. --batch 4
                """.formatted(batch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3x0x5", "3x-1", "3,,224", "3x224x", "9223372036854775808"})
    void anInputIsAShape(String shape) {
        Cli.run("analyze", "alexnet", "--input", shape).refuses("""
                archmeter analyze: error: [bad-shape] --input: '%s' is not the shape of one sample
                    remedy: write channels, height and width without the batch: 3x224x224
                """.formatted(shape));
    }

    /** The shape of PyTorch's tensor, and of TensorFlow's: 224 channels were taken in silence. */
    @Test
    void anInputInAnotherOrderIsAskedAbout() {
        Cli.run("analyze", "resnet50", "--input", "1x3x224x224").refuses("""
                archmeter analyze: error: [axis-order] --input: input 1x3x224x224 looks like N×C×H×W, with the batch in front
                    remedy: write 3x224x224, and the batch apart: --batch 1; if it is meant so, name the axes: {channels: 1, depth: 3, height: 224, width: 224}
                """);
        Cli.run("compare", "resnet50", "--input", "224x224x3").refuses("""
                archmeter compare: error: [axis-order] --input: input 224x224x3 looks like H×W×C, channels last
                    remedy: write 3x224x224; if it is meant so, name the axes: {channels: 224, height: 224, width: 3}
                """);
        assertThat(Cli.run("analyze", "resnet50", "--input", "3,224,224")).isEqualTo(Cli.run("analyze", "resnet50"));
        Cli.run("analyze", "resnet50", "--input", "{channels: 224, height: 224, width: 3}", "--format", "csv")
                .prints("\r\nconv1,conv,1x224x224x3,");
    }

    @ParameterizedTest
    @CsvSource({
        "params, parameters",
        "macs, multiply_adds",
        "MACs, multiply_adds",
        "mult-adds, multiply_adds",
        "memory, output_bytes",
        "activations, output_bytes",
        "output_memory, output_bytes",
        "flops, multiply_adds",
        "GFLOPs, multiply_adds"
    })
    void aColumnIsKnownByWhatOthersCallIt(String word, String column) {
        assertThat(Cli.run("analyze", "alexnet", "--sort", word))
                .isEqualTo(Cli.run("analyze", "alexnet", "--sort", column));
    }

    @Test
    void aColumnIsNoneThatIsSpeltAlike() {
        Cli.run("analyze", "alexnet", "--sort", "paramters").refuses("""
                archmeter analyze: error: [unknown-sort] --sort cannot be 'paramters'
                    remedy: did you mean 'parameters'?
                """);
    }

    /** torch.int64 has other bytes than int4, torch.optim.NAdam keeps more than Adam, and each is but a few letters away. */
    @Test
    void aTypeAndAnOptimizerThatAreMissingAreAnsweredByNoOther() {
        Cli.run("memory", "alexnet", "--dtype", "int64", "--optimizer", "NAdam").refuses("""
                archmeter memory: error: [unknown-dtype] --dtype cannot be 'int64'
                    remedy: real numbers are not stored so; quantized ones are int16, int8, uint8, int4 or uint4
                archmeter memory: error: [unknown-optimizer] --optimizer cannot be 'NAdam'
                    remedy: archmeter has no nadam yet; it has sgd, momentum, adam, adamw and none
                2 problems
                """);
        Cli.run("memory", "alexnet", "--dtype", "fp16").refusesWith("did you mean 'float16'?");
        Cli.run("memory", "alexnet", "--optimizer", "adm").refusesWith("did you mean 'adam'?");
    }

    @Test
    void afterTwoDashesThereAreOnlyOperands() {
        Cli.run("analyze", "--", "--format").refuses("""
                --format: error: [unknown-model] there is no such file or bundled model
                    remedy: %s
                """.formatted(
                        remedy(Cli.run("analyze", "--", "--format").err())));
    }

    private static String remedy(String problem) {
        return problem.substring(problem.indexOf("remedy: ") + 8).strip();
    }
}
