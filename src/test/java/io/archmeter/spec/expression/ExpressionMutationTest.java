package io.archmeter.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceText;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a file, a user meets problems and never an exception of ours or of a library. */
class ExpressionMutationTest {
    private static final long SEED = 20_261_123;
    private static final int ROUNDS = 6_000;

    /** Bytes that mean something to one of the grammars, and some that mean nothing to any. */
    private static final byte[] TELLING =
            "{}[]():,-?!&*#|>%@`'\"\\=<~./+^\n\r\t 09aeEnx_iuUN\u0000\u007F".getBytes(StandardCharsets.UTF_8);

    private static final List<String> YAML = List.of(
            """
            # a model
            %YAML 1.2
            ---
            name: vgg
            source: "Simonyan \\u00e9 \\x41, \\U0001F600"
            input: [3, 224, 224]
            params: &p {depths: [2, 2, 3], batchnorm: false, ratio: 1.5e-3}
            variants:
              vgg16: {}
              vgg19: {<<: *p, depths: [2, 4]}
            layers:
              features:
                - for: {width: [64, 0x40, 0o17], depth: =depths}
                  layers:
                    - {batchnorm: , when: =batchnorm and 'x' == "y"}
                    - !!str relu
              text: |+2
                  indented
              folded: >-
                a
                b
              ? complex
              : &é 😀
            ...
            """,
            "a: &a [1, *a]\nb: !t &b {? x, y: [z: 1]}\n'c''d': ~\n", "{\"a\": [1, 2.5, {\"b\": null}], 'c': true}");

    private static final List<String> JSON = List.of("""
            {"name": "vgg", "input": [3, 224, 224],
             "params": {"depths": [2, 2.5e-3, -0.1], "batchnorm": false, "none": null},
             "layers": {"a\\n\\u00e9😀": [{"conv": "=width * 4", "kernel": 3}, "relu", [[]], {}]}}
            """, "[true, \"\\\\\\\"\", 1E+5]");

    private static final List<String> EXPRESSIONS = List.of(
            "if(stride != 1 or in.channels != width * 4, round_to(width * 0.75, 8), depths[i + 1])",
            "-2^2 + 7 % 3 / (1 - half) >= min(1e3, max(2, 3), ceil(2.5)) and not kind == 'basic'",
            "pairs[0][1] ^ 2 ^ -1 == \"x\" or sum(depths, 2) > sum(pairs[0]) or mystery",
            "layer{stage}_{i + 1}x{'}'}");

    @Test
    void aMutatedYamlFileIsReadOrRefused() {
        mutate(YAML, bytes -> read("a.yaml", bytes));
    }

    @Test
    void aMutatedJsonFileIsReadOrRefused() {
        mutate(JSON, bytes -> read("a.json", bytes));
    }

    @Test
    void aMutatedExpressionIsEvaluatedOrRefused() {
        mutate(
                EXPRESSIONS,
                bytes -> Expression.parse(SourceText.of(new String(bytes, StandardCharsets.UTF_8), Evaluation.AT))
                        .evaluate(Evaluation.VARIABLES, new EvaluationSteps()));
    }

    @Test
    void aMutatedTemplateIsFilledOrRefused() {
        mutate(
                EXPRESSIONS,
                bytes -> Template.parse(SourceText.of(new String(bytes, StandardCharsets.UTF_8), Evaluation.AT))
                        .text(Evaluation.VARIABLES, new EvaluationSteps()));
    }

    private interface Attempt {
        void on(byte[] bytes);
    }

    private static void read(String name, byte[] bytes) {
        Problems problems = new Problems();
        Optional<SourceValue> located = SourceReader.read(TextFile.of(name, bytes), problems);

        assertThat(located.isPresent() || !problems.isEmpty()).isTrue();
        assertThat(problems.sorted()).allMatch(problem -> isAPlaceIn(problem, bytes));
    }

    private static boolean isAPlaceIn(Problem problem, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8) + "|";
        List<String> lines = text.lines().toList();
        int line = problem.place().line();
        return line == 0
                || line <= lines.size()
                        && problem.place().column() <= lines.get(line - 1).length() + 1;
    }

    private static void mutate(List<String> texts, Attempt attempt) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes = changed(bytes, random);
            }
            try {
                attempt.on(bytes);
            } catch (ProblemException expected) {
                assertThat(expected.problems()).isNotEmpty();
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                throw new AssertionError("seed " + SEED + ", round " + round + ":\n" + text, e);
            }
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int start = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, start + 1 + random.nextInt(8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, start);
        switch (random.nextInt(4)) {
            case 0 -> out.write(bytes, end, bytes.length - end);
            case 1 -> {
                out.write(bytes, start, end - start);
                out.write(bytes, start, bytes.length - start);
            }
            case 2 -> {
                out.write(TELLING[random.nextInt(TELLING.length)]);
                out.write(bytes, start, bytes.length - start);
            }
            default -> {
                out.write(random.nextInt(256));
                out.write(bytes, end, bytes.length - end);
            }
        }
        return out.toByteArray();
    }
}
