package io.archmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.analysis.Grouping;
import io.archmeter.cli.Main;
import io.archmeter.graph.DType;
import io.archmeter.problem.ProblemException;
import io.archmeter.report.check.CheckFormat;
import io.archmeter.report.document.Format;
import io.archmeter.training.Optimizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program writes is, byte for byte, what the command writes. */
class WrittenAnswersTest {
    private static final String SMALL = "src/test/resources/readme/small.yaml";

    private static final DType TYPE = DType.FLOAT32;

    @TempDir
    private Path folder;

    static Stream<Arguments> answers() {
        Model lenet = Archmeter.load("lenet5");
        Model small = Archmeter.load(SMALL);
        List<Model> both = List.of(lenet, small);
        return Stream.of(
                Arguments.of("analyze lenet5", Answers.analyze(lenet)),
                Arguments.of("analyze lenet5 --depth 1", Answers.analyze(lenet, TYPE, false, 1)),
                Arguments.of("compare lenet5 " + SMALL, Answers.compare(both)),
                Arguments.of(
                        "compare lenet5 " + SMALL + " --by kind", Answers.compare(both, TYPE, false, Grouping.KIND)),
                Arguments.of(
                        "memory " + SMALL + " --optimizer sgd", Answers.memory(List.of(small), TYPE, Optimizer.SGD)),
                Arguments.of(
                        "memory " + SMALL + " --limit 1MiB",
                        Answers.memory(List.of(small), TYPE, Optimizer.ADAM, 1 << 20)),
                Arguments.of("explain " + SMALL, Answers.explain(small, TYPE, false)),
                Arguments.of("parameters lenet5", Answers.parameters(lenet, false)),
                Arguments.of(
                        "roofline lenet5 --device a100-40gb",
                        Answers.roofline(List.of(lenet), TYPE, Optional.of("a100-40gb"))),
                Arguments.of("verify " + SMALL, Answers.verify(List.of(small.verify()))),
                Arguments.of("diff lenet5 " + SMALL, Answers.diff(Archmeter.diff("lenet5", SMALL))),
                Arguments.of("check src/test/resources/readme/project/archmeter-budget.yaml", checked()));
    }

    private static CheckAnswer checked() {
        return Archmeter.check("src/test/resources/readme/project/archmeter-budget.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void allFormatsAreThoseOfTheCommand(String command, Answer answer) throws IOException {
        List<String> written = new ArrayList<>();
        for (AnswerFormat format : AnswerFormat.values()) {
            Path ours = folder.resolve("library." + format);
            Path theirs = folder.resolve("command." + format);
            boolean fits = writes(answer, format, ours);
            run(command + " --format " + format + " -o " + theirs);
            assertThat(Files.exists(theirs)).as("%s", format).isEqualTo(fits);
            if (fits) {
                assertThat(ours).as("%s", format).hasSameBinaryContentAs(theirs);
                written.add(format.toString());
            }
        }
        assertThat(written).contains("text", "csv", "json", "markdown", "html", "xlsx");
    }

    private static boolean writes(Answer answer, AnswerFormat format, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            answer.write(format, out);
        } catch (ProblemException unfit) {
            assertThat(out.size()).isZero();
            return false;
        }
        Files.write(file, out.toByteArray());
        return true;
    }

    private static void run(String command) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(command.split(" "), nowhere, nowhere, Map.of());
    }

    @Test
    void aFileIsWrittenInTheFormatOfItsEnding() throws IOException {
        Answer answer = Answers.analyze(Archmeter.load("lenet5"));
        Path file = folder.resolve("lenet5.csv");
        answer.write(file);
        assertThat(file).content().isEqualTo(answer.text(AnswerFormat.CSV));
        Path report = folder.resolve("check.sarif");
        checked().write(report);
        assertThat(report).content().isEqualTo(checked().text(AnswerFormat.SARIF));
    }

    @Test
    void aFileWhoseEndingTellsNothingStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("lenet5.pdf"), "mine");
        Answer answer = Answers.analyze(Archmeter.load("lenet5"));
        ProblemException unknown = catchThrowableOfType(ProblemException.class, () -> answer.write(file));
        assertThat(unknown).hasMessageContaining("lenet5.pdf: error: [unknown-format] ");
        assertThat(file).content().isEqualTo("mine");
        // A check alone can be read as tests.
        assertThat(catchThrowableOfType(ProblemException.class, () -> answer.text(AnswerFormat.JUNIT)))
                .hasMessageContaining("junit: error: [unknown-format] this answer cannot be written as junit");
    }

    @Test
    void aWorkbookIsNoText() {
        Answer answer = Answers.analyze(Archmeter.load("lenet5"));
        assertThatIllegalArgumentException().isThrownBy(() -> answer.text(AnswerFormat.XLSX));
        assertThatIllegalArgumentException().isThrownBy(() -> checked().text(AnswerFormat.XLSX));
    }

    @Test
    void everyFormatOfACommandIsOneOfTheLibrary() {
        TreeSet<String> commands = new TreeSet<>();
        Stream.of(Format.values()).map(Format::toString).forEach(commands::add);
        Stream.of(CheckFormat.values()).map(CheckFormat::toString).forEach(commands::add);
        assertThat(Stream.of(AnswerFormat.values()).map(AnswerFormat::toString))
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void whatCameOfACheckIsFoundWithItsPlaceAndItsRemedy() throws IOException {
        Path budget = Files.writeString(
                folder.resolve("archmeter-budget.yaml"),
                "budgets:\n  - models: resnet18\n    limits: {parameters: 11689511}\n");
        CheckAnswer answer = Archmeter.check(budget.toString());
        assertThat(answer.fails()).isTrue();
        // torchvision documents 11,689,512 parameters.
        assertThat(answer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("total-limit");
            assertThat(finding.fact()).contains("11,689,512 is 1 ", "over the limit of 11,689,511");
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void whatAToolCountsIsAsked() {
        Model alexnet = Archmeter.load("alexnet");
        assertThat(alexnet.count("multiply_adds", TYPE, false).exact())
                .hasValue(alexnet.analyze().total().multiplyAdds());
        assertThat(catchThrowableOfType(ProblemException.class, () -> alexnet.count("fvcor", TYPE, false)))
                .hasMessageContaining("fvcore");
    }

    @Test
    void whatComesWithTheToolIsListed() {
        assertThat(Answers.list(Archmeter.bundled()).text(AnswerFormat.CSV))
                .contains("\r\nAlexNet,alexnet,alexnet.yaml,3x224x224,61100840,");
    }
}
