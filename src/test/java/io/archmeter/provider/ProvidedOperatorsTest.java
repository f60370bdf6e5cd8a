package io.archmeter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.LayerScale;
import io.archmeter.exec.kernel.KernelProvider;
import io.archmeter.op.OperatorProvider;
import io.archmeter.program.Program;
import io.archmeter.program.Program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators and kernels of a project, in a program whose class path has them. */
class ProvidedOperatorsTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/provided");

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void writeSpec() throws IOException {
        spec = written("""
                input: [4, 6, 5]
                layers:
                  conv: {conv: 3, kernel: 1}
                  scale: {layerscale: 0.1}
                """);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), text);
    }

    /** A program that finds this provider. */
    private Program with(Class<?> service, String provider) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(service.getName()), provider);
        return new Program(folder);
    }

    private static void requireProblem(Ran ran, String start) {
        assertThat(ran.err()).contains(start).doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    /** 3 channels of 6·5 positions: 3 weights, 90 products that are no multiply-adds. */
    @Test
    void isAnalyzedAsAnyOther() {
        Program program = new Program(EXAMPLE);

        assertThat(program.run("analyze", spec.toString(), "--format", "csv").out())
                .contains("\r\nscale,layerscale,1x3x6x5,1x3x6x5,3,0,0,0,360,1,1,");
        assertThat(program.run("explain", spec.toString()).out())
                .contains("  parameters          = 3 = 3\n  multiply operations = 1·3·6·5 = 90\n");
        assertThat(program.run("parameters", spec.toString(), "--format", "csv").out())
                .contains("parameter,scale.gamma,3,3,12");
        assertThat(program.run("schema").out()).contains("\"operator layerscale\"");
    }

    @Test
    void isRunByItsKernel() {
        Ran ran = new Program(EXAMPLE).run("verify", spec.toString(), "--batch", "2");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("scale  layerscale  2×3×6×5 =      3 =            0 =         0         0       720 =")
                .endsWith("predicted = observed\n");
    }

    @Test
    void withoutAKernelIsDeclaredAndNotProved() throws IOException {
        Ran ran = with(OperatorProvider.class, LayerScale.Provider.class.getName())
                .run("verify", spec.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).endsWith("""
                mine: 1 layer in an arena of 840 bytes, predicted = observed
                mine: declared, and not proved: scale (layerscale); seeded numbers stood in for its output
                """);
    }

    @Test
    void hasNoCounterpartInOnnx() {
        requireProblem(
                new Program(EXAMPLE).run("convert", spec.toString(), "-o", folder + "/mine.onnx"),
                ":4:11: error: [cannot-convert] scale: layerscale has no counterpart in ONNX");
    }

    @Test
    void theTestsOfTheBuiltInOnesSeeNone() {
        assertThat(Providers.of(OperatorProvider.class)).isEmpty();
        assertThat(Providers.of(KernelProvider.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Twice | there is an operator 'conv' already",
                "Misnamed | 'My Operator' cannot be the name of an operator, which has small letters, digits and '_'",
                "Throwing | it throws java.lang.IllegalStateException: no licence",
                "Silent | it gives null"
            })
    void aProviderThatCannotBeUsedIsNamed(String provider, String fact) throws IOException {
        String name = BrokenOperator.class.getName() + "$" + provider;
        Program program = with(OperatorProvider.class, name);

        requireProblem(program.run("analyze", spec.toString()), name + ": error: [broken-provider] " + fact + "\n");
        requireProblem(program.run("schema"), name + ": error: [broken-provider] " + fact + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.archmeter.provider.BrokenOperator$Unmade", "com.example.Missing"})
    void aProviderThatCannotBeMadeIsNamed(String provider) throws IOException {
        requireProblem(
                with(OperatorProvider.class, provider).run("analyze", spec.toString()),
                "META-INF/services/io.archmeter.op.OperatorProvider: error: [broken-provider] ");
    }

    @Test
    void aProviderIsNotAskedForWhatIsBuiltIn() throws IOException {
        Program program = with(OperatorProvider.class, "com.example.Missing");

        assertThat(program.run("analyze", "alexnet").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "argument | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "read | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "outputs | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "weights | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "work | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "reach | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "storage | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "null argument | broken gives null",
                "null read | broken gives null",
                "null outputs | broken throws java.lang.NullPointerException",
                "null weights | broken throws java.lang.NullPointerException",
                "null work | broken gives null",
                "null reach | broken gives null",
                "null storage | broken gives null",
                "kind | broken reads attributes of the kind 'another'",
                "extents | broken throws java.lang.IllegalArgumentException: an extent must be at least 0: -1",
                "no output | broken puts out no tensor",
                "many axes | broken puts out a tensor of too many axes",
                "count | broken counts work that there cannot be",
                "count on the input | broken counts work that there cannot be",
                "count of sums | broken counts work that there cannot be",
                "axes | broken slides along other axes than its input has",
                "uneven axes | broken slides along other axes than its input has"
            })
    void aBrokenOperatorIsAProblemOfItsLayer(String wrong, String fact) throws IOException {
        requireBroken("analyze", wrong, fact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tape | broken throws java.lang.IndexOutOfBoundsException: mistake",
                "null tape | broken gives null",
                "tensors | broken tells of other tensors in training than at inference",
                "tensors put out | broken tells of other tensors in training than at inference"
            })
    void anOperatorThatIsBrokenInTrainingIsAProblemThere(String wrong, String fact) throws IOException {
        requireBroken("memory", wrong, fact);
    }

    private void requireBroken(String command, String wrong, String fact) throws IOException {
        requireProblem(ofBroken(command, wrong), ":2:11: error: [broken-operator] 0: " + fact);
    }

    /** A command on a model of one layer, which is wrong in one way. */
    private Ran ofBroken(String command, String wrong, String... options) throws IOException {
        written("input: [4, 6, 5]\nlayers: [{broken: " + wrong + "}]\n");
        Stream<String> line = Stream.concat(Stream.of(command, spec.toString()), Stream.of(options));
        return with(OperatorProvider.class, BrokenOperator.Sound.class.getName())
                .run(line.toArray(String[]::new));
    }

    /** A rule may refuse, as those that are built in do: its words are passed on. */
    @Test
    void whatAnOperatorRefusesIsSaidInItsWords() throws IOException {
        requireProblem(ofBroken("analyze", "other attributes"), ":2:11: error: [odd-channels] 0: has odd channels\n");
    }

    /** 4·(2⁶³ − 1) channels. */
    @Test
    void anExtentThatCannotBeCountedIsNoMistakeOfTheOperator() throws IOException {
        requireProblem(ofBroken("analyze", "long extent"), ":2:11: error: [overflow] 0: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attributes | it throws java.lang.IndexOutOfBoundsException: mistake",
                "null attributes | it gives null"
            })
    void attributesThatCannotBeSaidAreAProblemOfTheRule(String wrong, String fact) throws IOException {
        requireProblem(
                ofBroken("analyze", wrong, "--format", "json"),
                BrokenOperator.class.getName() + "$Rule: error: [broken-provider] " + fact + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Throwing | java.lang.IllegalStateException: mistake",
                "Silent | java.lang.IllegalStateException: the kernel of node 2 lacks an output"
            })
    void aBrokenKernelIsAProblemOfItsLayer(String kernel, String thrown) throws IOException {
        with(OperatorProvider.class, LayerScale.Provider.class.getName());
        Program program = with(KernelProvider.class, BrokenKernel.class.getName() + "$" + kernel);

        requireProblem(
                program.run("verify", spec.toString()),
                ":4:11: error: [broken-kernel] scale: the kernel of layerscale throws " + thrown + "\n");
    }
}
