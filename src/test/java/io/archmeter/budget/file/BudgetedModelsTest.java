package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.archmeter.budget.BudgetedModel;
import io.archmeter.budget.Forbidden;
import io.archmeter.budget.UnloadedModel;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which models a budget is about. */
class BudgetedModelsTest {
    private static final String MODEL = "input: [3, 8, 8]\nlayers: [{conv: 4, kernel: 3}]\n";
    private static final String VARIANTS =
            "input: [3, 8, 8]\nparams: {width: 4}\nvariants: {small: {}, small_bn: {}, large: {width: 8}}\n"
                    + "layers: [{conv: =width, kernel: 3}]\n";
    private static final String BLOCKS = "blocks: {b: {layers: [relu]}}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSpecs() throws IOException {
        write("specs/plain.yaml", MODEL);
        write("specs/family.yml", VARIANTS);
        write("specs/blocks/stem.yaml", BLOCKS);
        write("specs/deep/er/plain.json", "{\"input\": [3, 8, 8], \"layers\": [\"relu\"]}");
        write("specs/notes.md", "no spec");
        write("specs/.hidden/plain.yaml", MODEL);
        write("specs/.hidden.yaml", MODEL);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The subjects of a budget with one entry. */
    private List<BudgetedModel> of(String entry) {
        return in("budget.yaml", "budgets:\n- {" + entry + ", forbidden: lrn}\n");
    }

    private List<BudgetedModel> in(String budget, String text) {
        return named(budget, text).stream().map(UnloadedModel::subject).toList();
    }

    private List<UnloadedModel> named(String budget, String text) {
        try {
            return BudgetedModels.of(BudgetFile.read(write(budget, text).toString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bundledFilesAreTakenOutByPatternsToo() {
        assertThat(of("models: 'archmeter:vgg.yaml', except: ['archmeter:vgg*#*_bn', 'archmeter:vgg.yaml#vgg16_c']"))
                .extracting(BudgetedModel::model)
                .containsExactly(
                        "archmeter:vgg.yaml#vgg11",
                        "archmeter:vgg.yaml#vgg13",
                        "archmeter:vgg.yaml#vgg16",
                        "archmeter:vgg.yaml#vgg19");
        assertThat(problem("models: 'archmeter:vg.yaml#*'").remedy()).startsWith("did you mean 'vgg.yaml'?");
        assertThat(problem("models: vgg.yaml").remedy()).isEqualTo("did you mean 'archmeter:vgg.yaml'?");
    }

    private Problem problem(String entry) {
        ProblemException found = catchThrowableOfType(ProblemException.class, () -> of(entry));
        assertThat(found).isNotNull();
        assertThat(found.problems()).hasSize(1);
        return found.problems().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "specs/plain.yaml | specs/plain.yaml",
                "./specs//deep/../plain.yaml | specs/plain.yaml",
                "specs/family.yml#large | specs/family.yml#large",
                "specs/family.yml | specs/family.yml#small specs/family.yml#small_bn specs/family.yml#large",
                "specs/family.yml#*_bn | specs/family.yml#small_bn",
                "specs/family.yml#* | specs/family.yml#small specs/family.yml#small_bn specs/family.yml#large",
                "specs/*.yaml | specs/plain.yaml",
                "specs/*.y*ml#small* | specs/family.yml#small specs/family.yml#small_bn",
                "specs/**/plain.* | specs/deep/er/plain.json specs/plain.yaml",
                "specs/**/*.yaml | specs/plain.yaml",
                "specs/**/[p]lain.{json,yml} | specs/deep/er/plain.json",
                "specs/.hidden/*.yaml | specs/.hidden/plain.yaml",
                "alexnet | alexnet",
                "archmeter:squeezenet.yaml | archmeter:squeezenet.yaml#squeezenet1_0 archmeter:squeezenet.yaml#squeezenet1_1",
                "archmeter:squeeze*#*1 | archmeter:squeezenet.yaml#squeezenet1_1",
                "archmeter:examples/audio.yaml | archmeter:examples/audio.yaml",
            })
    void referencesNameModels(String reference, String models) {
        assertThat(of("models: '" + reference + "'"))
                .extracting(BudgetedModel::model)
                .containsExactly(models.split(" "));
    }

    @Test
    void anAbsolutePathIsNamedAsAnyOther() {
        assertThat(of("models: '" + folder.resolve("specs/plain.yaml") + "'"))
                .extracting(BudgetedModel::model)
                .containsExactly("specs/plain.yaml");
    }

    @Test
    void namesStartFromTheFolderOfTheBudget() throws IOException {
        List<UnloadedModel> subjects =
                named("ci/budget.yaml", "budgets: [{models: ../specs/*.yaml, forbidden: lrn}]\n");

        assertThat(subjects).extracting(named -> named.subject().model()).containsExactly("../specs/plain.yaml");
        assertThat(Files.isSameFile(Path.of(subjects.get(0).reference()), folder.resolve("specs/plain.yaml")))
                .isTrue();
    }

    @Test
    void modelsAreLoadedFromWhereTheCommandRuns() {
        List<UnloadedModel> subjects =
                BudgetedModels.of(BudgetFile.read("src/test/resources/budgets/from-another-folder.yaml"));

        assertThat(subjects).singleElement().satisfies(named -> {
            assertThat(named.subject().model()).isEqualTo("../../../../specs/alexnet.yaml#alexnet");
            assertThat(named.reference().replace('\\', '/')).isEqualTo("specs/alexnet.yaml#alexnet");
            assertThat(named.measure().snapshot().key()).isEqualTo("../../../../specs/alexnet.yaml#alexnet --batch 2");
        });
    }

    @Test
    void aBundledModelSaysSo() {
        assertThat(of("models: [resnet50, specs/plain.yaml]"))
                .extracting(BudgetedModel::bundled)
                .containsExactly(true, false);
    }

    @Test
    void aFileMayHaveAHashInItsName() throws IOException {
        write("specs/a#b.yaml", MODEL);

        assertThat(of("models: 'specs/a#b.yaml'"))
                .extracting(BudgetedModel::model)
                .containsExactly("specs/a#b.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "specs/family.yml | specs/plain.yaml",
                "specs/family.yml#s* | specs/family.yml#large specs/plain.yaml",
                "specs/*.yaml | specs/family.yml#small specs/family.yml#small_bn specs/family.yml#large",
                "'\"**/*#large\"' | specs/family.yml#small specs/family.yml#small_bn specs/plain.yaml",
            })
    void exceptTakesModelsOut(String except, String left) {
        assertThat(of("models: specs/*, except: " + except))
                .extracting(BudgetedModel::model)
                .containsExactly(left.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml, specs/blocks/*", "'*.yaml', specs/blocks/stem.yaml"})
    void whatIsTakenOutNeedBeNoSpec(String except) throws IOException {
        write("compose.yaml", "services: {web: {image: nginx}}\n");

        assertThat(of("models: ['**/*.yaml', '**/*.yml#large'], except: [" + except + "]"))
                .extracting(BudgetedModel::model)
                .containsExactly("specs/plain.yaml", "specs/family.yml#large");
    }

    @Test
    void aPatternNeverMeansTheBudgetOrItsBaseline() throws IOException {
        write("plain.yaml", MODEL);
        write("baseline.json", "{}");

        assertThat(in("budget.yaml", "baseline: baseline.json\nbudgets: [{models: '*', forbidden: lrn}]\n"))
                .extracting(BudgetedModel::model)
                .containsExactly("plain.yaml");
    }

    @Test
    void entriesOfTheSameModelAndSettingsAreOneSubject() {
        List<BudgetedModel> subjects = in("budget.yaml", """
                budgets:
                - {models: [specs/*.yaml, specs/plain.yaml], limits: {parameters: 1k}, forbidden: lrn}
                - {models: ./specs/plain.yaml, limits: {parameters: 1000, depth: 3}, forbidden: [dropout, lrn]}
                - {models: specs/plain.yaml, batch: 8, limits: {parameters: 2k}}
                """);

        assertThat(subjects)
                .extracting(BudgetedModel::key)
                .containsExactly("specs/plain.yaml", "specs/plain.yaml --batch 8");
        assertThat(subjects.get(0).limits())
                .extracting(limit -> limit.metric() + " " + limit.bound().text())
                .containsExactly("parameters 1k", "depth 3");
        assertThat(subjects.get(0).forbidden()).extracting(Forbidden::operator).containsExactly("lrn", "dropout");
        assertThat(subjects.get(0).place().line()).isEqualTo(2);
    }

    @Test
    void allWrongSpecsAreSaidAtOnceAndEachOnce() throws IOException {
        write("specs/wrong.yaml", "lyers: [relu]\n");
        write("specs/worse.yaml", "input: [3, 8, 8]\nlayers: [{cnov: 3}]\n");
        ProblemException found =
                catchThrowableOfType(ProblemException.class, () -> of("models: [specs/*.yaml, specs/w*.yaml]"));

        assertThat(found.problems())
                .extracting(problem -> Path.of(problem.place().file()).getFileName() + " " + problem.code())
                .containsExactly("worse.yaml unknown-operator", "wrong.yaml unknown-key");
    }

    @Test
    void fiveHundredSpecsAreFoundInOrder() throws IOException {
        for (int i = 999; i >= 500; i--) {
            write("many/m" + i + ".yaml", MODEL);
        }

        List<BudgetedModel> subjects = of("models: many/*.yaml");

        assertThat(subjects).hasSize(500);
        assertThat(subjects).extracting(BudgetedModel::model).isSorted().contains("many/m500.yaml", "many/m999.yaml");
    }

    @Test
    void linksThatLeadInACircleAreNotFollowed() throws IOException {
        try {
            Files.createSymbolicLink(folder.resolve("specs/deep/again"), folder.resolve("specs"));
            Files.createSymbolicLink(folder.resolve("specs/linked.yaml"), folder.resolve("specs/plain.yaml"));
        } catch (FileSystemException | UnsupportedOperationException none) {
            assumeFalse(true, "there are no links here");
        }

        assertThat(of("models: specs/**/*.yaml"))
                .extracting(BudgetedModel::model)
                .containsExactly("specs/linked.yaml", "specs/plain.yaml");
    }

    @Test
    void aNameThatNoPathCanHaveIsRefusedBeforeAnyWork() {
        assertThat(problem("models: 'alexnet#" + "*x".repeat(100_000) + "'"))
                .returns("name-too-long", Problem::code)
                .returns(
                        "the name 'alexnet#*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x…' has more than 4096 characters",
                        Problem::fact);
    }

    /** What a problem quotes is what may be seen: a link in a repository must not show what else is on the machine. */
    @Test
    void aLinkThatAPatternFindsMustNotLeadOut() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "password: correct horse\n");
        try {
            Files.createSymbolicLink(folder.resolve("specs/linked.yaml"), secret);
        } catch (FileSystemException | UnsupportedOperationException none) {
            assumeFalse(true, "there are no links here");
        }

        Problem problem = problem("models: specs/*.yaml");

        assertThat(problem.code()).isEqualTo("outside-folder");
        assertThat(problem.toString()).contains("linked.yaml").doesNotContain("horse", "password");
    }

    @Test
    void aFolderWithoutEndIsNotLookedThrough() throws IOException {
        for (int i = 0; i < 20; i++) {
            write("many/f" + i, "");
        }
        Path many = folder.resolve("many");
        Span at = new Span("budget.yaml", 2, 11);

        // With the folder itself, there are 21.
        assertThat(FileSearch.files(many, FilePattern.parse("*"), at, new SearchWork(21, 1_000)))
                .isEmpty();
        ProblemException found = catchThrowableOfType(
                ProblemException.class,
                () -> FileSearch.files(many, FilePattern.parse("*"), at, new SearchWork(20, 1_000)));
        assertThat(found.problems()).singleElement().hasToString("""
                budget.yaml:2:11: error: [too-many-files] there are more than 20 files and folders to look through
                    remedy: begin the pattern with the folder of the specs: specs/**/*.yaml""");
    }

    /** Looking at one takes 11, and comparing its name with {@code *abc}, at each place of which three letters may be looked at, 3. */
    @Test
    void manyPatternsOnManyFilesAreNotTried() throws IOException {
        write("some/x", "");
        write("some/y", "");
        Path some = folder.resolve("some");
        Span at = new Span("budget.yaml", 2, 11);
        SearchWork enough = new SearchWork(100, 2 * 3 * 14);
        FilePattern pattern = FilePattern.parse("*abc");

        assertThat(FileSearch.files(some, pattern, at, enough)).isEmpty();
        assertThat(FileSearch.files(some, pattern, at, enough)).isEmpty();
        ProblemException found =
                catchThrowableOfType(ProblemException.class, () -> FileSearch.files(some, pattern, at, enough));
        assertThat(found.problems()).singleElement().hasToString("""
                budget.yaml:2:11: error: [too-many-patterns] with this one, too many patterns are to be held against names of files
                    remedy: use fewer patterns, with fewer choices in them""");
    }

    @Test
    void aFolderThatCannotBeReadIsAProblem() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        Path secret = Files.createDirectories(folder.resolve("specs/secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "the superuser reads everything");

        assertThat(problem("models: specs/**/*.yaml").code()).isEqualTo("unreadable-folder");
    }
}
