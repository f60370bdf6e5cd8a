package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDocumentTest {
    @Test
    void peopleSeeWhatFailsLastAndTheVerdictBelow() {
        assertThat(CheckedModels.written(
                        CheckFormat.TEXT,
                        CheckedModels.over("a.yaml", "fc"),
                        CheckedModels.kept("b.yaml"),
                        CheckedModels.gone("c.yaml")))
                .isEqualTo("""
                models beside their budgets

                b.yaml
                        limit                              actual  allowed    headroom  before
                ──────────────────────────────────────────────────────────────────────────────
                kept    depth: at most 2                        2        2    0 (0.0%)

                a.yaml
                        limit                              actual  allowed    headroom  before
                ──────────────────────────────────────────────────────────────────────────────
                broken  parameters in total: at most 1.5k   1,562    1,500  -62 (4.1%)   1,112

                specs/net.yaml:5:8: error: [total-limit] a.yaml: parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500
                    limit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26
                    heaviest: fc 1,450 (92.8%)
                    since the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450
                    remedy: make it smaller

                base line.json: note: [gone-model] c.yaml: not in the budget
                1 of 2 models is over budget: 1 limit broken, 1 kept
                """);
    }

    /** Three tables are read, a hundred are not. */
    @Test
    void ofManyModelsThatPassEachHasALine() {
        assertThat(CheckedModels.written(
                        CheckFormat.TEXT,
                        CheckedModels.kept("a.yaml"),
                        CheckedModels.kept("b.yaml"),
                        CheckedModels.over("c.yaml", "fc"),
                        CheckedModels.kept("d.yaml"),
                        CheckedModels.kept("e.yaml")))
                .startsWith("""
                models beside their budgets

                4 models within budget

                of each the limit that leaves least
                model   limits  least headroom    headroom
                ──────────────────────────────────────────
                a.yaml       1  depth: at most 2  0 (0.0%)
                b.yaml       1  depth: at most 2  0 (0.0%)
                d.yaml       1  depth: at most 2  0 (0.0%)
                e.yaml       1  depth: at most 2  0 (0.0%)

                c.yaml
                        limit                              actual  allowed    headroom  before
                ──────────────────────────────────────────────────────────────────────────────
                broken  parameters""");
    }

    /** However many models pass, it is shown what one of them is warned of; what fails stands below it. */
    @Test
    void aWarningIsShownBetweenWhatPassesAndWhatFails() {
        String text = CheckedModels.written(
                CheckFormat.TEXT,
                CheckedModels.over("a.yaml", "fc"),
                CheckedModels.warned("b.yaml"),
                CheckedModels.kept("c.yaml"),
                CheckedModels.kept("d.yaml"),
                CheckedModels.kept("e.yaml"),
                CheckedModels.kept("f.yaml"));

        assertThat(text)
                .containsSubsequence("4 models within budget", "\nb.yaml\n", "\na.yaml\n")
                .contains(
                        "\nwarning  parameters in total: at most 1.5k (warning)   1,562    1,500  -62 (4.1%)   1,112\n")
                .contains("\nspecs/net.yaml:5:8: warning: [total-limit] b.yaml: parameters in total: 1,562 is 62")
                .endsWith("\n1 of 6 models is over budget: 1 limit broken, 4 kept, 1 warning\n");
        assertThat(CheckedModels.written(CheckFormat.TEXT, CheckedModels.warned("b.yaml")))
                .endsWith("\n1 model is within budget: 0 limits kept, 1 warning\n");
    }

    @Test
    void programsSeeTheLevelOfALimit() {
        assertThat(CheckedModels.written(CheckFormat.JSON, CheckedModels.warned("b.yaml")))
                .contains("\"broken\": 0,", "\"warnings\": 1\n")
                .containsSubsequence(
                        "\"verdict\": \"broken\"", "\"level\": \"warning\"", "\"findings\"", "\"level\": \"warning\"");
    }

    @Test
    void withoutABaselineThereIsNoColumnForIt() {
        assertThat(CheckedModels.written(CheckFormat.TEXT, CheckedModels.kept("b.yaml")))
                .contains("""
                b.yaml
                      limit             actual  allowed  headroom
                """);
    }

    /** RFC 4180; a line for each limit in the order of the budget. */
    @Test
    void programsSeeALineForEachLimit() {
        assertThat(CheckedModels.written(
                        CheckFormat.CSV, CheckedModels.over("a.yaml", "fc"), CheckedModels.other("b.yaml")))
                .isEqualTo(
                        "model,verdict,check,scope,bound,figure,actual,allowed,headroom,before,limit_at,at,level\r\n"
                                + "a.yaml,broken,total-limit,total,1.5k,parameters,1562,1500,-62,1112,budget.yaml:3:26,specs/net.yaml:5:8,error\r\n"
                                + "b.yaml,kept,total-limit,total,2,depth,2,2,0,,budget.yaml:4:12,,error\r\n"
                                + "b.yaml,no layer,module-limit,module layer4,9,parameters,,,,,budget.yaml:5:30,,error\r\n"
                                + "b.yaml,not checked,total-limit,total,'+1k,multiply_adds,5328,,,,budget.yaml:6:21,budget.yaml:6:21,error\r\n");
    }

    @Test
    void aNameIsOneFieldOfCsvAndOneLineOfText() {
        assertThat(CheckedModels.written(CheckFormat.CSV, CheckedModels.kept(CheckedModels.STRANGE)))
                .contains("\r\n\"a%b:c,d<e>&\"\"f|g\\u0001h\\u000ai]\uD83D\uDE00(j){k}\",kept,");
        assertThat(CheckedModels.written(CheckFormat.TEXT, CheckedModels.kept(CheckedModels.STRANGE)))
                .contains("\na%b:c,d<e>&\"f|g\\u0001h i]\uD83D\uDE00(j){k}\n");
    }

    @Test
    void programsFindAllOfAFinding() {
        assertThat(CheckedModels.written(CheckFormat.JSON, CheckedModels.over("a.yaml", CheckedModels.STRANGE)))
                .startsWith("""
                        {
                          "archmeter": {
                            "document": "check",
                            "version": 2
                          },
                          "counts": {
                            "models": 1,
                            "over_budget": 1,
                            "broken": 1,
                            "not_checked": 0,
                            "kept": 0,
                            "no_layer": 0,
                            "warnings": 0
                          },
                          "notes": [],
                          "models": [{
                            "model": "a.yaml",
                            "compared_with": null,
                            "limits": [{
                              "verdict": "broken",
                              "check": "total-limit",
                              "scope": "total",
                              "bound": "1.5k",
                              "figure": "parameters",
                              "actual": 1562,
                              "allowed": 1500,
                              "headroom": -62,
                              "before": 1112,
                        """)
                .contains("\"layer\": \"a%b:c,d<e>&\\\"f|g\\u0001h\\ni]\uD83D\uDE00(j){k}\"")
                .contains("\"parameters\": 1450,\n          \"share\": 0.928")
                .contains("\"change\": \"changed\",\n          \"parameters\": 450")
                .contains("\"aspect\": \"features\",\n            \"before\": 7,\n            \"after\": 10");
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        assertThat(CheckedModels.written(CheckFormat.JSON, CheckedModels.other("b.yaml")))
                .contains("\"actual\": 5328,\n      \"allowed\": null,\n      \"headroom\": null");
        assertThat(CheckedModels.written(CheckFormat.TEXT, CheckedModels.other("b.yaml")))
                .contains("\nno layer     parameters of module layer4: at most 9\n")
                .endsWith("\n1 of 1 model could not be checked: 1 limit not checked, 1 kept, 1 without a layer\n");
    }

    @Test
    void aRemarkIsAListInMarkdown() {
        assertThat(Written.as(Format.MARKDOWN, CheckDocument.forPeople(CheckedModels.over("a.yaml", "fc"))))
                .contains("""

                        specs/net.yaml:5:8: error: \\[total-limit\\] a.yaml: parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500

                        - limit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26
                        - heaviest: fc 1,450 (92.8%)
                        - since the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450
                        - remedy: make it smaller
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "a.sarif, SARIF",
        "a.sarif.json, SARIF",
        "a.JSON, JSON",
        "a.xml, JUNIT",
        "a.md, MARKDOWN",
        "a.csv, CSV",
        "a.html, HTML",
        "a.svg, SVG",
        "a.txt, TEXT",
        "a.xlsx, XLSX"
    })
    void anEndingAsksForAFormat(String file, CheckFormat format) {
        assertThat(CheckFormat.ofFile(file)).contains(format);
        assertThat(CheckFormat.unknownEnding(file)).isEmpty();
        assertThat(CheckFormat.ofFile("sarif")).isEmpty();
    }

    @Test
    void anEndingThatNoFormatHasIsNoText() {
        assertThat(CheckFormat.ofFile("a.ods")).isEmpty();
        assertThat(CheckFormat.unknownEnding("a.ods").orElseThrow().remedy())
                .startsWith("use a name that ends in .txt, .csv, .json, .md, .html, .svg, .xlsx, .xml or .sarif;");
        assertThat(CheckFormat.unknownEnding("check")).isEmpty();
    }
}
