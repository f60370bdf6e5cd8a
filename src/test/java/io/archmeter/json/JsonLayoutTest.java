package io.archmeter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

class JsonLayoutTest {
    private static String written(JsonLayout layout, Consumer<JsonGenerator> content) throws IOException {
        StringWriter out = new StringWriter();
        layout.write(out, content);
        return out.toString();
    }

    private static void nested(JsonGenerator json) {
        json.writeStartObject();
        json.writeArrayPropertyStart("rows");
        for (int row = 1; row <= 2; row++) {
            json.writeStartObject();
            json.writeNumberProperty("row", row);
            json.writeArrayPropertyStart("shape");
            json.writeNumber(3);
            json.writeNumber(4);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("none");
        json.writeEndObject();
        json.writeArrayPropertyStart("nothing");
        json.writeEndArray();
        json.writeStringProperty("unseen", "a\u0085b");
        json.writeEndObject();
    }

    @Test
    void aDocumentHasMembersOnLinesAndElementsAfterEachOther() throws IOException {
        assertThat(written(JsonLayout.OF_DOCUMENTS, JsonLayoutTest::nested)).isEqualTo("""
                {
                  "rows": [{
                    "row": 1,
                    "shape": [3, 4]
                  }, {
                    "row": 2,
                    "shape": [3, 4]
                  }],
                  "none": {},
                  "nothing": [],
                  "unseen": "a\\u0085b"
                }
                """);
    }

    @Test
    void aFileOfLinesBeginsNoneDeeperThanItSays() throws IOException {
        assertThat(written(JsonLayout.ofLines(2), JsonLayoutTest::nested)).isEqualTo("""
                {
                  "rows": [
                    {"row": 1, "shape": [3, 4]},
                    {"row": 2, "shape": [3, 4]}
                  ],
                  "none": {},
                  "nothing": [],
                  "unseen": "a\\u0085b"
                }
                """);
    }

    @Test
    void numbersOfASpecAreWrittenToTheLastDigit() throws IOException {
        PlainValue list = new PlainValue.Items(List.of(
                PlainValue.Num.of(9_007_199_254_740_993L),
                new PlainValue.Num(Rational.of(new BigDecimal("0.00001"))),
                new PlainValue.Num(Rational.of(new BigDecimal("2E+23"))),
                new PlainValue.Flag(true),
                new PlainValue.Text("pytorch"),
                new PlainValue.Nothing()));
        assertThat(written(JsonLayout.OF_DOCUMENTS, json -> JsonValues.write(list, json)))
                .isEqualTo("[9007199254740993, 0.00001, 2E+23, true, \"pytorch\", null]\n");
    }
}
