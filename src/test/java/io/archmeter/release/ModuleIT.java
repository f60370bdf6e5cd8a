package io.archmeter.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the library, as a module of a project that has an operator of its own. */
class ModuleIT {
    private static final Path LIBRARY = Path.of(System.getProperty("archmeter.library"));
    private static final String MODULE_PATH = modulePath();

    private static final String MODULE = """
            module consumer {
                requires io.archmeter;

                provides io.archmeter.op.OperatorProvider with com.example.LayerScale.Provider;
                provides io.archmeter.exec.kernel.KernelProvider with com.example.LayerScaleKernel.Provider;
            }
            """;

    /** 2 channels of 4×4: LayerScale has a weight for each channel. */
    private static final String PROGRAM = """
            package com.example;

            import io.archmeter.Answer;
            import io.archmeter.AnswerFormat;
            import io.archmeter.Answers;
            import io.archmeter.Archmeter;
            import io.archmeter.Model;
            import io.archmeter.analysis.CostReport;
            import java.util.List;

            public final class Program {
                private Program() {}

                public static void main(String[] arguments) {
                    Model model = Archmeter.parse("input: [2, 4, 4]\\nlayers:\\n  scale: layerscale\\n");
                    CostReport costs = model.analyze();
                    System.out.println(Archmeter.class.getModule() + " " + costs.total().parameters());
                    System.out.println(model.verify().equal());
                    Answer answer = Answers.compare(List.of(Archmeter.load("lenet5"), model));
                    System.out.print(answer.text(AnswerFormat.CSV));
                }
            }
            """;

    @TempDir
    private Path folder;

    /** The library, and what it requires, out of what the tests have. */
    private static String modulePath() {
        List<Path> jars = new ArrayList<>(List.of(LIBRARY));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")
                    && !Path.of(entry).getFileName().toString().startsWith("archmeter")) {
                jars.add(Path.of(entry));
            }
        }
        ModuleFinder all = ModuleFinder.compose(
                jars.stream().filter(ModuleIT::isModule).map(ModuleFinder::of).toArray(ModuleFinder[]::new));
        Map<String, ModuleReference> needed = new TreeMap<>();
        need("io.archmeter", all, needed);
        return needed.values().stream()
                .map(module -> Path.of(module.location().orElseThrow()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a module requires, and what that requires: a module without a descriptor would take all others with it. */
    private static void need(String name, ModuleFinder all, Map<String, ModuleReference> needed) {
        Optional<ModuleReference> found = all.find(name);
        if (found.isPresent() && needed.put(name, found.get()) == null) {
            found.get().descriptor().requires().stream()
                    .filter(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                    .forEach(required -> need(required.name(), all, needed));
        }
    }

    private static boolean isModule(Path jar) {
        try {
            return !ModuleFinder.of(jar).findAll().isEmpty();
        } catch (FindException nameless) {
            return false;
        }
    }

    private String compile(String... files) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-Xlint:all,-requires-automatic", "-Werror", "-proc:none", "-p"));
        arguments.add(MODULE_PATH);
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        arguments.addAll(List.of(files));
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            said,
                            manager,
                            null,
                            arguments.subList(0, arguments.size() - files.length),
                            null,
                            manager.getJavaFileObjects(files))
                    .call();
        }
        return said.toString();
    }

    private String source(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String sourceOfTests(String name) throws IOException {
        Path file = Path.of(System.getProperty("project.basedir"), "src/test/java/com/example", name);
        return source("com/example/" + name, Files.readString(file));
    }

    @Test
    void aProjectCompilesAgainstItAndRuns() throws IOException, InterruptedException {
        String said = compile(
                source("module-info.java", MODULE),
                source("com/example/Program.java", PROGRAM),
                sourceOfTests("LayerScale.java"),
                sourceOfTests("LayerScaleKernel.java"));
        assertThat(said).isEmpty();

        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-p",
                        MODULE_PATH + File.pathSeparator + folder.resolve("classes"),
                        "-m",
                        "consumer/com.example.Program")
                .redirectErrorStream(true)
                .start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(printed).isZero();
        assertThat(printed)
                .contains("module io.archmeter")
                .contains(" 2" + System.lineSeparator() + "true" + System.lineSeparator())
                .contains("lenet5,1x1x32x32,");
    }

    @Test
    void whatIsNotExportedIsNotSeen() throws IOException {
        String program = "package com.example; class Inside { io.archmeter.cli.Main main; }";
        assertThat(compile(
                        source("module-info.java", "module consumer { requires io.archmeter; }"),
                        source("com/example/Inside.java", program)))
                .contains("package io.archmeter.cli is not visible");
    }

    @Test
    void whatItRequiresIsFewAndNamed() {
        assertThat(Stream.of(MODULE_PATH.split(File.pathSeparator))
                        .map(jar -> Path.of(jar).getFileName().toString().replaceAll("-\\d.*", "")))
                .containsExactlyInAnyOrder(
                        "archmeter",
                        "picocli",
                        "commons-csv",
                        "commons-io",
                        "commons-codec",
                        "snakeyaml-engine",
                        "jackson-core",
                        "fastexcel",
                        "opczip");
    }
}
