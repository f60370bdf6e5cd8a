package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.budget.check.CheckReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** GitHub Flavored Markdown: tables by its specification, folded parts by "Organizing information with collapsed sections". */
class CheckMarkdownTest {
    @Test
    void theVerdictIsFirstAndWhatIsKeptIsFolded() {
        assertThat(CheckedModels.written(
                        CheckFormat.MARKDOWN,
                        CheckedModels.kept("b.yaml"),
                        CheckedModels.over("a_b.yaml", "fc"),
                        CheckedModels.gone("old.yaml")))
                .isEqualTo("""
                ## 1 of 2 models is over budget

                1 limit broken, 1 kept

                | model | limit | actual | allowed | headroom | before |
                | --- | --- | ---: | ---: | ---: | ---: |
                | a\\_b.yaml | parameters in total: at most 1.5k | 1,562 | 1,500 | -62 (4.1%) | 1,112 |

                - **a\\_b.yaml** parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500 (specs/net.yaml:5:8)
                  - limit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26
                  - heaviest: fc 1,450 (92.8%)
                  - since the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450
                  - remedy: make it smaller

                base line.json: note: \\[gone-model\\] old.yaml: not in the budget

                <details>
                <summary>limits that are kept</summary>

                | model | limit | actual | allowed | headroom | before |
                | --- | --- | ---: | ---: | ---: | ---: |
                | b.yaml | depth: at most 2 | 2 | 2 | 0 (0.0%) |  |

                </details>
                """);
    }

    @Test
    void aWarningIsShownThoughNothingFails() {
        assertThat(CheckedModels.written(CheckFormat.MARKDOWN, CheckedModels.warned("b.yaml")))
                .startsWith("## 1 model is within budget\n\n0 limits kept, 1 warning\n\n| model |")
                .contains("\n| b.yaml | parameters in total: at most 1.5k (warning) | 1,562 |")
                .contains("\n- **b.yaml** warning: parameters in total: 1,562 is 62")
                .doesNotContain("<details>");
    }

    @Test
    void namesStayInTheirCells() {
        assertThat(CheckedModels.written(
                        CheckFormat.MARKDOWN, CheckedModels.over(CheckedModels.STRANGE, CheckedModels.STRANGE)))
                .contains("\n| a%b:c,d\\<e\\>\\&\"f\\|g\\\\u0001h i\\]\uD83D\uDE00(j){k} | parameters in total")
                .contains("\n- **a%b:c,d\\<e\\>\\&\"f\\|g\\\\u0001h i\\]\uD83D\uDE00(j){k}** parameters in total");
    }

    @Test
    void whatDoesNotFitIsCutAndSaidToBe() throws IOException {
        CheckReport many = CheckReport.together(IntStream.range(0, 500)
                .mapToObj(i -> i % 2 == 0 ? CheckedModels.kept(i + "é.yaml") : CheckedModels.over(i + "é.yaml", "fc"))
                .toList());
        String whole = written(many, Integer.MAX_VALUE);
        for (int most : List.of(10_000, 100_000, whole.getBytes(StandardCharsets.UTF_8).length + 10)) {
            String cut = written(many, most);

            assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(most);
            assertThat(cut).endsWith("\n(cut here: the rest does not fit; --format json has all of it)\n");
            assertThat(cut.split("<details>", -1).length).isEqualTo(cut.split("</details>", -1).length);
        }
        assertThat(whole).doesNotContain("cut here");
    }

    private static String written(CheckReport report, int most) throws IOException {
        StringWriter out = new StringWriter();
        new CheckMarkdown(CheckedModels.HERE, most).write(report, out);
        return out.toString();
    }
}
