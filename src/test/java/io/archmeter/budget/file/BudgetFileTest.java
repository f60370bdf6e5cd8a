package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Budget;
import io.archmeter.budget.BudgetEntry;
import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.Settings;
import io.archmeter.source.TextFile;
import io.archmeter.training.Optimizer;
import io.archmeter.value.Rational;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetFileTest {
    private static Budget read(String yaml) {
        return read("budget.yaml", yaml);
    }

    private static Budget read(String name, String text) {
        return BudgetFile.read(TextFile.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The bound of a figure in a budget that has a baseline. */
    private static Bound bound(String metric, String bound) {
        Budget budget = read("baseline: b.json\nbudgets:\n- models: a\n  limits: {" + metric + ": " + bound + "}\n");
        return budget.entries().get(0).limits().get(0).bound();
    }

    @Test
    void whatOnlyWarnsIsReadLikeWhatFails() {
        BudgetEntry entry = read("""
                budgets:
                  - models: alexnet
                    limits: {parameters: 70M}
                    warn:
                      limits: {parameters: 60M}
                      modules: {features: {parameters: 3M}}
                      layers: {"*": {parameters: 50%}}
                      operators: {conv: {parameters: 2M}}
                      forbidden: dropout
                    forbidden: lrn
                """).entries().get(0);

        assertThat(entry.limits())
                .extracting(limit -> limit.level() + " " + limit.scope() + " "
                        + limit.bound().text())
                .containsExactly(
                        "error total 70M",
                        "warning total 60M",
                        "warning module features 3M",
                        "warning layer * 50%",
                        "warning operator conv 2M");
        assertThat(entry.forbidden())
                .extracting(forbidden -> forbidden.level() + " " + forbidden.operator())
                .containsExactly("error lrn", "warning dropout");
        assertThat(entry.forbidden())
                .extracting(forbidden -> forbidden.limit().level())
                .containsExactly(Level.ERROR, Level.WARNING);
    }

    @Test
    void anEntryCanWarnAndNothingElse() {
        assertThat(read("budgets: [{models: alexnet, warn: {forbidden: lrn}}]\n")
                        .entries())
                .hasSize(1);
    }

    @Test
    void everyKeyIsRead() {
        Budget budget = read("""
                # yaml-language-server: $schema=archmeter-budget.schema.json
                baseline: archmeter-baseline.json
                budgets:
                  - models: specs/*.yaml
                    except: [specs/vgg.yaml#vgg19]
                    limits: {parameters: 150M}
                  - models: [specs/resnet.yaml#resnet50, alexnet]
                    batch: 32
                    input: [3, 224, 200]
                    dtype: float16
                    training: true
                    optimizer: momentum
                    set: {width: 0.5, depths: [2, 2], block: basic, v1: false, text: 'a b', number: "64"}
                    limits:
                      parameters: [25.6M, +2%]
                    modules:
                      layer4.*: {multiply_adds: 15M}
                    layers:
                      "*": {parameters: 30%}
                    operators:
                      conv: {output_bytes: +1MiB}
                    forbidden: [lrn, dropout]
                """);

        assertThat(budget.file()).isEqualTo("budget.yaml");
        assertThat(budget.baseline().map(BudgetEntry.Reference::text)).contains("archmeter-baseline.json");
        assertThat(budget.entries()).hasSize(2);
        BudgetEntry first = budget.entries().get(0);
        assertThat(first.models()).extracting(BudgetEntry.Reference::text).containsExactly("specs/*.yaml");
        assertThat(first.except()).extracting(BudgetEntry.Reference::text).containsExactly("specs/vgg.yaml#vgg19");
        assertThat(first.settings()).isEqualTo(Settings.DEFAULT);
        BudgetEntry second = budget.entries().get(1);
        assertThat(second.place()).hasToString("budget.yaml:7:5");
        assertThat(second.models())
                .extracting(BudgetEntry.Reference::text)
                .containsExactly("specs/resnet.yaml#resnet50", "alexnet");
        assertThat(second.settings())
                .isEqualTo(new Settings(
                        32,
                        Optional.of(new Shape(List.of(3L, 224L, 200L))),
                        DType.FLOAT16,
                        true,
                        Optimizer.MOMENTUM,
                        Map.of(
                                "width", "0.5",
                                "depths", "[2, 2]",
                                "block", "basic",
                                "v1", "false",
                                "text", "\"a b\"",
                                "number", "\"64\"")));
        assertThat(second.limits())
                .extracting(limit -> limit.place().line() + " " + limit.scope() + " " + limit.metric() + " "
                        + limit.bound().text())
                .containsExactly(
                        "15 total parameters 25.6M",
                        "15 total parameters +2%",
                        "17 module layer4.* multiply_adds 15M",
                        "19 layer * parameters 30%",
                        "21 operator conv output_bytes +1MiB");
        assertThat(second.forbidden()).extracting(Forbidden::operator).containsExactly("lrn", "dropout");
    }

    @Test
    void jsonSaysTheSame() {
        Budget budget = read("budget.json", """
                {"baseline": "b.json",
                 "budgets": [{"models": "alexnet", "limits": {"parameters": ["+2%", "+5", -5, 61100840]}}]}
                """);

        assertThat(budget.entries().get(0).limits())
                .extracting(Limit::bound)
                .containsExactly(
                        new Bound.Growth("+2%", Rational.of(2)),
                        new Bound.Increase("+5", 5),
                        new Bound.Increase("-5", -5),
                        new Bound.Absolute("61100840", 61_100_840));
    }

    /** SI: k, M, G, T are powers of 1000. IEC 80000-13: Ki, Mi, Gi, Ti are powers of 1024. */
    @ParameterizedTest
    @CsvSource({
        "parameters, 25.6M, 25600000",
        "parameters, 25.6 M, 25600000",
        "parameters, '\"25.6 M\"', 25600000",
        "parameters, 5k, 5000",
        "parameters, 5G, 5000000000",
        "parameters, 5T, 5000000000000",
        "parameters, 0, 0",
        "parameters, 1e6, 1000000",
        "parameters, 12., 12",
        "parameters, .5k, 500",
        "parameters, 9223372036854775807, 9223372036854775807",
        "weight_bytes, 7, 7",
        "weight_bytes, 7B, 7",
        "weight_bytes, 1.5kB, 1500",
        "weight_bytes, 3MB, 3000000",
        "weight_bytes, 3GB, 3000000000",
        "weight_bytes, 3TB, 3000000000000",
        "weight_bytes, 1.5KiB, 1536",
        "weight_bytes, 100MiB, 104857600",
        "weight_bytes, 2GiB, 2147483648",
        "weight_bytes, 2TiB, 2199023255552",
        // 0.3 · 1024 = 307.2: no byte more for at most.
        "weight_bytes, 0.3KiB, 307",
        // 0.0015 · 1000 = 1.5: no element less for at least.
        "receptive_field, 0.0015k, 2",
        "parameters, 0.0015k, 1",
    })
    void absolutesAreExact(String metric, String written, long value) {
        assertThat(bound(metric, written))
                .isInstanceOfSatisfying(
                        Bound.Absolute.class,
                        absolute -> assertThat(absolute.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "parameters, +100000, 100000",
        "parameters, +100000.0, 100000",
        "parameters, -100000, -100000",
        "parameters, +0, 0",
        "parameters, -0, 0",
        "parameters, +100k, 100000",
        "weight_bytes, +1MiB, 1048576",
        // -307.2 bytes: what is left is at most 308 less.
        "weight_bytes, -0.3KiB, -308",
        "receptive_field, -16, -16",
        "receptive_field, -0.0015k, -1",
    })
    void aSignMakesAnIncrease(String metric, String written, long by) {
        assertThat(bound(metric, written))
                .isInstanceOfSatisfying(
                        Bound.Increase.class,
                        increase -> assertThat(increase.by()).isEqualTo(by));
    }

    @ParameterizedTest
    @CsvSource({"+2%, 2/1", "-0.5%, -1/2", "+2 %, 2/1", "+0%, 0/1", "no more, 0/1", "No More, 0/1", "+33.3%, 333/10"})
    void aSignedPercentIsGrowth(String written, String percent) {
        assertThat(bound("parameters", written))
                .isInstanceOfSatisfying(
                        Bound.Growth.class,
                        growth -> assertThat(growth.percent().numerator() + "/"
                                        + growth.percent().denominator())
                                .isEqualTo(percent));
    }

    @Test
    void noLessIsForWhatIsBetterWhenThereIsMore() {
        assertThat(bound("receptive_field", "no less")).isEqualTo(new Bound.Growth("no less", Rational.ZERO));
    }

    @Test
    void numbersOfParamsKeepAllTheirDigits() {
        Budget budget = read("""
                budgets:
                - models: a
                  set: {small: 0.1234567890123, large: 1e20, quoted: "a\\"b\\\\c\\nd", listed: [[1], x, ~tilde]}
                  forbidden: lrn
                """);

        assertThat(budget.entries().get(0).settings().set())
                .containsEntry("small", "0.1234567890123")
                .containsEntry("large", "100000000000000000000")
                .containsEntry("quoted", "\"a\\\"b\\\\c\\nd\"")
                .containsEntry("listed", "[[1], x, \"~tilde\"]");
    }

    @Test
    void aBudgetThatIsNotThereIsAProblem() {
        ProblemException missing =
                catchThrowableOfType(ProblemException.class, () -> BudgetFile.read("no-such-folder/budget.yaml"));

        assertThat(missing.problems()).singleElement().hasToString("""
                no-such-folder/budget.yaml: error: [missing-file] there is no such file
                    remedy: check the path: its folder does not exist either""");
    }

    @Test
    void aMegabyteIsNoBoundEither() {
        for (String text : List.of("1,000".repeat(200_000), "1" + ",000".repeat(250_000), "<".repeat(1_000_000))) {
            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> bound("parameters", '"' + text + '"'));

            assertThat(refused.problems()).extracting(Problem::code).containsExactly("bad-bound");
            assertThat(refused.getMessage()).hasSizeLessThan(600);
        }
    }

    @Test
    void aNameThatNoFileCanHaveIsAProblem() {
        ProblemException missing = catchThrowableOfType(ProblemException.class, () -> BudgetFile.read("budget\0.yaml"));

        assertThat(missing.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("missing-file");
            assertThat(problem.fact()).isEqualTo("no file can have this name");
        });
    }
}
