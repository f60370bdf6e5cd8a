package io.archmeter.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manual shows is what a reader sees who types it. */
class ManualTest {
    private static final String PROMPT = "$ scripts/archmeter ";

    static Stream<String> consoles() {
        return Manual.blocks("console").stream();
    }

    @ParameterizedTest
    @MethodSource("consoles")
    void commandsPrintWhatIsShown(String block) {
        String command = block.lines().findFirst().orElseThrow();
        assertThat(command).startsWith(PROMPT);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, false, StandardCharsets.UTF_8);

        Main.run(command.substring(PROMPT.length()).split(" "), stream, stream, Map.of("COLUMNS", "100"));

        stream.flush();
        assertThat(command + "\n" + printed.toString(StandardCharsets.UTF_8)).isEqualTo(block);
    }

    @ParameterizedTest
    @CsvSource({"Heaviest, 0", "Parsed, 1", "Written, 2"})
    void theExamplesOfTheLibraryCompileAndPrintWhatIsShown(String name, int number, @TempDir Path folder)
            throws Exception {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, Manual.block("java", "public class " + name + " {"));
        int failed = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(failed).isZero();

        assertThat(printedBy(name, folder))
                .isEqualTo(Manual.blocks("text", Manual.page("library")).get(number));
    }

    /** The build runs it as it runs all tests. */
    @Test
    void theExampleOfATestIsOne() throws Exception {
        assertThat(Path.of("src/test/java/com/example/ModelBudgetTest.java"))
                .content()
                .isEqualTo(Manual.block("java", "class ModelBudgetTest {"));
    }

    /** ProvidedOperatorsTest runs it. */
    @Test
    void theExampleOfAnOperatorIsOne() throws Exception {
        assertThat(Path.of("src/test/java/com/example/LayerScale.java"))
                .content()
                .isEqualTo(Manual.block("java", "public record LayerScale(double init) implements Op {"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/readme/detector.yaml",
                "src/test/resources/readme/my-chip.yaml",
                "src/test/resources/readme/space.yaml"
            })
    void theFilesThatConsolesNameAreThoseThatAreShown(String file) throws Exception {
        String heading = "# " + file + "\n";
        assertThat(heading + Files.readString(Path.of(file))).isEqualTo(Manual.block("yaml", heading.strip()));
    }

    private static String printedBy(String name, Path folder) throws Exception {
        PrintStream screen = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        } finally {
            System.setOut(screen);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** A spec that is shown is a part of the spec that is meant, or a model of its own. */
    @Test
    void theResidualNetworkThatIsShownIsTheOneThatIsShipped() throws Exception {
        List<String> shown =
                Manual.block("yaml", "# from specs/resnet.yaml").lines().skip(1).toList();

        assertThat(Files.readAllLines(Path.of("specs/resnet.yaml"))).containsAll(shown);
    }

    @Test
    void theBudgetThatIsShownIsTheOneThatIsChecked() throws Exception {
        assertThat(Path.of("src/test/resources/readme/project/archmeter-budget.yaml"))
                .content()
                .isEqualTo(Manual.block("yaml", "# archmeter-budget.yaml"));
    }

    @Test
    void theNetworkWithTwoInputsIsTheOneThatIsAnalyzed() throws Exception {
        assertThat(Path.of("src/test/resources/readme/stereo.yaml"))
                .content()
                .isEqualTo(Manual.block("yaml", "# stereo.yaml"));
    }

    @Test
    void theVggThatIsShownIsTheOneThatIsShipped(@TempDir Path folder) throws Exception {
        Path spec = folder.resolve("vgg.yaml");
        Files.writeString(spec, Manual.block("yaml", "# specs/vgg.yaml"));

        assertThat(io.archmeter.Archmeter.load(spec + "#vgg19_bn").analyze().layers())
                .isEqualTo(io.archmeter.Archmeter.load("vgg19_bn").analyze().layers());
    }
}
