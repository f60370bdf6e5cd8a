package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.analysis.Grouping;
import io.archmeter.graph.DType;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.ExplainDocument;
import io.archmeter.report.ListDocument;
import io.archmeter.report.Network;
import io.archmeter.report.ParametersDocument;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {
    @Test
    void aDocumentSaysWhatItIsAndHasTotals() {
        var linear = Network.on("one", "One layer", 1, 3, 4, 4)
                .layer("conv", "conv", "channels", 2, "kernel", 4)
                .model();
        assertThat(Written.as(Format.JSON, Network.analyzed(linear))).isEqualTo("""
                {
                  "archmeter": {
                    "document": "analyze",
                    "version": 2
                  },
                  "model": "one",
                  "title": "One layer",
                  "input": [1, 3, 4, 4],
                  "batch": 1,
                  "dtype": "float32",
                  "training": false,
                  "keras_parameters": {
                    "total": 98,
                    "trainable": 98,
                    "non_trainable": 0
                  },
                  "peak": {
                    "bytes": 200,
                    "step": 1,
                    "layer": "conv",
                    "live": [{
                      "tensor": "input",
                      "bytes": 192,
                      "last_reader": "conv"
                    }, {
                      "tensor": "conv",
                      "bytes": 8,
                      "last_reader": null
                    }]
                  },
                  "arena_bytes": 200,
                  "layers": [{
                    "layer": "conv",
                    "operator": "conv",
                    "attributes": {
                      "channels": 2,
                      "kernel": [4, 4],
                      "groups": 1,
                      "bias": true
                    },
                    "inputs": [[1, 3, 4, 4]],
                    "output": [1, 2, 1, 1],
                    "parameters": 98,
                    "buffers": 0,
                    "multiply_adds": 96,
                    "effective_multiply_adds": 96,
                    "output_bytes": 8,
                    "weight_bytes": 392,
                    "receptive_field": {
                      "size": [4, 4],
                      "stride": [null, null],
                      "offset": [0, 0]
                    },
                    "others": {
                      "add": 2
                    }
                  }],
                  "totals": {
                    "parameters": 98,
                    "buffers": 0,
                    "multiply_adds": 96,
                    "effective_multiply_adds": 96,
                    "output_bytes": 8,
                    "weight_bytes": 392,
                    "receptive_field": {
                      "size": [4, 4],
                      "stride": [null, null],
                      "offset": [0, 0]
                    },
                    "others": {
                      "add": 2
                    }
                  }
                }
                """);
    }

    @Test
    void theReportCanBeReadAgain() {
        var tiny = Network.tiny();
        var report = tiny.analyze(DType.INT8, true);
        JsonNode json = read(AnalyzeDocument.of(report, tiny.memory(DType.INT8, true), Ranking.NONE));
        assertThat(json.at("/dtype").asString()).isEqualTo("int8");
        assertThat(json.at("/training").asBoolean()).isTrue();
        assertThat(json.at("/totals/multiply_adds").asLong())
                .isEqualTo(report.total().multiplyAdds());
        assertThat(json.at("/layers").size()).isEqualTo(report.layers().size());
        assertThat(json.at("/layers/2/inputs").toString()).isEqualTo("[[1,64,55,55],[1,64,55,55]]");
        assertThat(json.at("/layers/3/receptive_field/stride").toString()).isEqualTo("[null,null]");
    }

    @Test
    void whatNoWindowDescribesIsNullAndAnInputWithoutAxesHasNone() {
        Column column = Column.text("field", "");
        Table table = Table.of("rows", List.of(column), List.of(Row.of(new Cell.Field(java.util.Optional.empty()))));
        Document unknown = new Document("test", 1, "", List.of(), table, List.of());
        assertThat(read(unknown).at("/rows/0/field").isNull()).isTrue();
        assertThat(Written.as(Format.CSV, unknown)).isEqualTo("field\r\n\"\"\r\n");
        assertThat(Written.as(Format.TEXT, unknown)).contains("\nunknown\n");

        Document vector = Network.analyzed(
                Network.on("vector", "", 1, 3).layer("relu", "relu").model());
        assertThat(read(vector).at("/layers/0/receptive_field").toString())
                .isEqualTo("{\"size\":[],\"stride\":[],\"offset\":[]}");
        assertThat(Written.as(Format.CSV, vector)).endsWith(",0,12,,,,,\r\n");
    }

    @Test
    void modelsAreAnArray() {
        JsonNode json = read(Network.compared(Network.tiny(), Network.smaller()));
        assertThat(json.at("/archmeter/document").asString()).isEqualTo("compare");
        assertThat(json.at("/models/1").toString())
                .isEqualTo("{\"model\":\"smaller\",\"title\":\"\",\"input\":[1,3,224,224],\"layers\":5,"
                        + "\"parameters\":12042,\"buffers\":65,\"multiply_adds\":35138720,"
                        + "\"effective_multiply_adds\":34791104,\"output_bytes\":774696,\"peak_bytes\":989312,\"arena_bytes\":989312,"
                        + "\"others\":{\"add\":290410,\"multiply\":96800,\"divide\":32}}");
    }

    @Test
    void groupsBelongToTheirModel() {
        JsonNode json = read(BreakdownDocument.of(List.of(Network.tiny().analyze()), Grouping.STAGE));
        assertThat(json.at("/by").asString()).isEqualTo("stage");
        assertThat(json.at("/models/0/model").asString()).isEqualTo("tiny");
        assertThat(json.at("/models/0/groups/1").toString())
                .isEqualTo("{\"stage\":\"head\",\"layers\":3,\"parameters\":1290,\"buffers\":0,\"multiply_adds\":1280,"
                        + "\"effective_multiply_adds\":1280,\"output_bytes\":1064}");
    }

    @Test
    void numbersBelongToTheirLayer() {
        var tiny = Network.tiny();
        JsonNode json = read(ExplainDocument.of(tiny.analyze(), tiny.explain(DType.FLOAT32, false)));
        assertThat(json.at("/layers/0/layer").asString()).isEqualTo("features.0");
        assertThat(json.at("/layers/0/numbers/2").toString())
                .isEqualTo("{\"quantity\":\"parameters\",\"formula\":\"64·3·11·11 + 64\",\"value\":23296}");
    }

    @Test
    void tensorsAndModelsAreListed() {
        var smaller = Network.smaller();
        JsonNode tensors = read(ParametersDocument.of(smaller.analyze(), smaller.weightsWithUsers(false)));
        assertThat(tensors.at("/parameters").asLong()).isEqualTo(12042);
        assertThat(tensors.at("/tensors/8").toString())
                .isEqualTo(
                        "{\"kind\":\"buffer\",\"name\":\"features.1.num_batches_tracked\",\"shape\":[],\"elements\":1,\"bytes\":8}");
        JsonNode models = read(ListDocument.of(
                List.of(Listed.entry("a", "a.yaml", "A", "A \"b\"\n"), Listed.unknown("b.yaml", "b.yaml"))));
        assertThat(models.at("/models/0/title").asString()).isEqualTo("A \"b\"\n");
        assertThat(models.at("/models/0/input").toString()).isEqualTo("[3,32,48]");
        assertThat(models.at("/models/0/multiply_adds").asLong()).isEqualTo(2_000_000);
        assertThat(models.at("/models/1").toString())
                .isEqualTo("{\"family\":\"\",\"name\":\"b.yaml\",\"file\":\"b.yaml\",\"input\":[[7],[3,5]],"
                        + "\"parameters\":null,\"multiply_adds\":null,\"title\":\"\",\"source\":\"\"}");
    }

    @Test
    void columnsThatPeopleReadCanBeWrittenToo() {
        List<Column> columns = List.of(
                Column.text("none", ""), Column.text("percent", ""), Column.text("ratio", ""), Column.text("bar", ""));
        Row row = Row.of(Cell.EMPTY, new Cell.Percent(1, 3), new Cell.Ratio(5, 2), new Cell.Bar(7, 9));
        Document document = new Document("test", 1, "", List.of(), Table.of("rows", columns, List.of(row)), List.of());
        assertThat(read(document).at("/rows/0").toString())
                .isEqualTo("{\"none\":null,\"percent\":0.333,\"ratio\":2.5,\"bar\":7}");
        Document counted = new Document(
                "test",
                1,
                "",
                List.of(HeaderField.above("c", "counted", new Cell.Counts(Map.of("add", 5L)))),
                Table.of("rows", columns, List.of()),
                List.of());
        assertThat(Written.as(Format.TEXT, counted)).contains("counted add 5\n");
    }

    private static JsonNode read(Document document) {
        return JsonMapper.shared().readTree(Written.as(Format.JSON, document));
    }
}
