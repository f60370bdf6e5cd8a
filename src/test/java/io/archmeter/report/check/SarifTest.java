package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs in SARIF 2.1.0, held to its schema and to sections of the standard. */
class SarifTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(schema(), InputFormat.JSON);

    private static String schema() {
        try (InputStream in = SarifTest.class.getResourceAsStream("/sarif/sarif-2.1.0-rtm.5.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<Error> errors(String log) {
        return SCHEMA.validate(log, InputFormat.JSON);
    }

    @Test
    void aLogIsValid() {
        assertThat(errors(CheckedModels.written(
                        CheckFormat.SARIF,
                        CheckedModels.over(CheckedModels.STRANGE, CheckedModels.STRANGE),
                        CheckedModels.other("b.yaml"),
                        CheckedModels.gone("c.yaml"))))
                .isEmpty();
        assertThat(errors(CheckedModels.written(CheckFormat.SARIF))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\"2.1.0\", \"2.1\"",
        "\"level\": \"error\", \"level\": \"fatal\"",
        "\"startLine\": 5, \"startLine\": 0",
        "\"text\", \"txt\""
    })
    void theSchemaRefusesWhatIsNone(String right, String wrong) {
        String log = CheckedModels.written(CheckFormat.SARIF, CheckedModels.over("a.yaml", "fc"));

        assertThat(errors(log.replace(right, wrong))).isNotEmpty();
    }

    /** Sections 3.27 (result), 3.28 (location), 3.30 (region). */
    @Test
    void aResultSaysWhatAndWhere() {
        assertThat(CheckedModels.written(CheckFormat.SARIF, CheckedModels.over("a.yaml", "fc")))
                .startsWith("""
                        {
                          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                          "version": "2.1.0",
                          "runs": [{
                            "tool": {
                              "driver": {
                                "name": "Archmeter",
                                "rules": [{
                                  "id": "total-limit",
                        """)
                .endsWith("""
                            "originalUriBaseIds": {
                              "%SRCROOT%": {
                                "description": {
                                  "text": "The root of the repository."
                                }
                              }
                            },
                            "columnKind": "utf16CodeUnits",
                            "results": [{
                              "ruleId": "total-limit",
                              "ruleIndex": 0,
                              "level": "error",
                              "message": {
                                "text": "a.yaml: parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500\\nlimit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26\\nheaviest: fc 1,450 (92.8%)\\nsince the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450\\nremedy: make it smaller"
                              },
                              "locations": [{
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "specs/net.yaml",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startLine": 5,
                                    "startColumn": 8
                                  }
                                },
                                "logicalLocations": [{
                                  "fullyQualifiedName": "fc"
                                }]
                              }],
                              "relatedLocations": [{
                                "id": 1,
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "budget.yaml",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startLine": 3,
                                    "startColumn": 26
                                  }
                                },
                                "message": {
                                  "text": "the limit: parameters in total: at most 1.5k"
                                }
                              }, {
                                "id": 2,
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "specs/net.yaml",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startLine": 5,
                                    "startColumn": 8
                                  }
                                },
                                "message": {
                                  "text": "fc 1,450 (92.8%)"
                                }
                              }, {
                                "id": 3,
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "specs/net.yaml",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startLine": 5,
                                    "startColumn": 8
                                  }
                                },
                                "message": {
                                  "text": "fc changed (features 7 → 10, output 1×7 → 1×10), +450"
                                }
                              }],
                              "partialFingerprints": {
                                "archmeterLimit/v1": "a.yaml|total-limit|total|parameters|Absolute|"
                              }
                            }]
                          }]
                        }
                        """);
    }

    /** Section 3.27.10. */
    @Test
    void aWarningIsAWarning() {
        assertThat(CheckedModels.written(CheckFormat.SARIF, CheckedModels.warned("a.yaml")))
                .contains("\"ruleId\": \"total-limit\",\n      \"ruleIndex\": 0,\n      \"level\": \"warning\"");
    }

    /** The file as a whole has no region; the file's name has a blank. */
    @Test
    void aNoteIsANote() {
        assertThat(CheckedModels.written(CheckFormat.SARIF, CheckedModels.gone("c.yaml")))
                .contains("\"ruleId\": \"gone-model\",\n      \"ruleIndex\": 8,\n      \"level\": \"note\"")
                .contains("\"uri\": \"base%20line.json\"")
                .doesNotContain("region");
    }

    /** Section 3.11.5: braces are doubled. Section 3.11.6: a bracket before a parenthesis would end the text of a link. */
    @Test
    void namesAreNoPlaceholdersAndNoLinks() {
        assertThat(CheckedModels.written(CheckFormat.SARIF, CheckedModels.over("[a](1) {0}", CheckedModels.STRANGE)))
                .contains("\"text\": \"[a\\\\](1) {{0}}: parameters")
                .contains("heaviest: a%b:c,d<e>&\\\"f|g\\\\u0001h\\\\u000ai]\uD83D\uDE00(j){{k}} 1,450");
    }

    /** Section 3.4.4: a base is of what is relative; a file elsewhere has its whole address. */
    @Test
    void aFileOutsideOfTheRepositoryHasNoBase() {
        Places elsewhere = place -> new Span("/home/me/" + place.file(), place.line(), place.column());
        String log = CheckedModels.written(CheckFormat.SARIF, elsewhere, CheckedModels.over("a.yaml", "fc"));

        assertThat(log)
                .contains("\"uri\": \"file:///home/me/specs/net.yaml\"\n")
                .doesNotContain("uriBaseId\"");
        assertThat(errors(log)).isEmpty();
    }

    /** RFC 3986: what is not unreserved stands in percent; a colon in the first part would end a scheme. */
    @ParameterizedTest
    @CsvSource({
        "specs/net.yaml, specs/net.yaml",
        "../a b/ü.yaml, ../a%20b/%C3%BC.yaml",
        "a:b%c#d.yaml, a%3Ab%25c%23d.yaml",
        "specs\\win.yaml, specs/win.yaml",
        "/home/me/net.yaml, file:///home/me/net.yaml",
        "C:\\nets\\a.yaml, file:///C:/nets/a.yaml",
        "\uD83D\uDE00.yaml, %F0%9F%98%80.yaml",
    })
    void aFileIsAUri(String file, String uri) {
        assertThat(ArtifactUri.of(file)).isEqualTo(uri);
    }
}
