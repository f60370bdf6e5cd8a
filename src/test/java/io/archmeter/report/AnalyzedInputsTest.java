package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import org.junit.jupiter.api.Test;

/** What {@code analyze} says of what a network is given. */
class AnalyzedInputsTest {
    private static final String TWO = """
            inputs: {image: [2], tokens: {shape: [3], dtype: TYPE}}
            layers: [relu, {identity: , from: tokens}]
            outputs: ["0", "1"]
            """;

    private static Document analyzed(String yaml) {
        Model model = WrittenModel.of(yaml);
        return AnalyzeDocument.of(model.analyze(), model.memory(DType.FLOAT32, false), Ranking.NONE);
    }

    @Test
    void severalHaveTheirTypes() {
        Document document = analyzed(TWO.replace("TYPE", "int64"));

        assertThat(Written.as(Format.JSON, document))
                .contains("\"input\": [1, 2],\n  \"inputs\": {\n    \"image\": [1, 2],\n    \"tokens\": [1, 3]\n  },\n"
                        + "  \"input_dtypes\": {\n    \"image\": \"float32\",\n    \"tokens\": \"int64\"\n  },");
        assertThat(Written.as(Format.TEXT, document))
                .contains("inputs image 1×2, tokens 1×3, dtypes of inputs image float32, tokens int64, ");
    }

    @Test
    void peopleSeeThemWhereTheyDiffer() {
        Document document = analyzed(TWO.replace("TYPE", "float32"));

        assertThat(Written.as(Format.JSON, document)).contains("\"tokens\": \"float32\"");
        assertThat(Written.as(Format.TEXT, document)).doesNotContain("dtypes");
    }

    @Test
    void anOnlyOneIsAShape() {
        assertThat(Written.as(
                        Format.JSON, analyzed("{inputs: {tokens: {shape: [3], dtype: int64}}, layers: [identity]}")))
                .contains("\"input\": [1, 3],")
                .doesNotContain("input_dtypes", "\"inputs\": {");
    }
}
