package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.analysis.Grouping;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
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
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    @Test
    void layersHaveExactNumbersAndNoTotals() {
        assertThat(Written.as(Format.CSV, Network.analyzed(Network.tiny())))
                .isEqualTo(
                        Written.as(Format.CSV, AnalyzeDocument.of(Network.tiny().analyze(), Ranking.NONE)))
                .isEqualTo("""
                layer,operator,inputs,output,parameters,buffers,multiply_adds,effective_multiply_adds,output_bytes,\\
                receptive_field_height,receptive_field_width,receptive_field_stride_height,receptive_field_stride_width,\\
                receptive_field_offset_height,receptive_field_offset_width,kernel,stride,padding,dilation,groups
                features.0,conv,1x3x224x224,1x64x55x55,23296,0,70276800,69581568,774400,11,11,4,4,-2,-2,11x11,4x4,2x2,1x1,1
                features.1,relu,1x64x55x55,1x64x55x55,0,0,0,0,774400,11,11,4,4,-2,-2,,,,,
                join,concat,1x64x55x55;1x64x55x55,1x128x55x55,0,0,0,0,1548800,11,11,4,4,-2,-2,,,,,
                pool,globalavgpool,1x128x55x55,1x128x1x1,0,0,0,0,512,227,227,,,-2,-2,,,,,
                flatten,flatten,1x128x1x1,1x128,0,0,0,0,512,227,227,,,-2,-2,,,,,
                classifier,linear,1x128,1x10,1290,0,1280,1280,40,227,227,,,-2,-2,,,,,
                """.replace("\\\n", "").replace("\n", "\r\n"));
    }

    /** A window of 3 with a stride of 2 after one element of padding; of three axes without either. */
    @Test
    void aReceptiveFieldIsANumberForEachAxisOfTheInput() {
        var signal = Network.on("signal", "", 1, 2, 16)
                .layer("conv", "conv", "channels", 4, "kernel", 3, "stride", 2, "padding", 1)
                .model();
        assertThat(Written.as(Format.CSV, Network.analyzed(signal)))
                .contains(
                        ",output_bytes,receptive_field_axis_2,receptive_field_stride_axis_2,receptive_field_offset_axis_2,kernel,")
                .endsWith(",3,2,-1,3,2,1,1,1\r\n");
        var volume = Network.on("volume", "", 1, 1, 8, 8, 8)
                .layer("conv", "conv", "channels", 2, "kernel", 3)
                .model();
        assertThat(Written.as(Format.CSV, Network.analyzed(volume)))
                .contains(",receptive_field_axis_2,receptive_field_axis_3,receptive_field_axis_4,")
                .endsWith(",3,3,3,1,1,1,0,0,0,3x3x3,1x1x1,0x0x0,1x1x1,1\r\n");
        var features = Network.on("features", "", 1, 4)
                .layer("linear", "linear", "features", 2)
                .model();
        assertThat(Written.as(Format.CSV, Network.analyzed(features)))
                .contains(",output_bytes,kernel,stride,padding,dilation,groups\r\n");
    }

    /** Each element of the input has two of the output behind it, a kernel of 2 with a stride of 2: one window for both. */
    @Test
    void aStrideThatIsNotWholeIsAFractionToItsLastDigit() {
        var twice = Network.on("twice", "", 1, 1, 4)
                .layer("up", "convtranspose", "channels", 1, "kernel", 2, "stride", 2)
                .model();
        assertThat(Written.as(Format.CSV, Network.analyzed(twice))).endsWith(",1,1/2,0,2,2,0,1,1\r\n");
        assertThat(Written.as(Format.JSON, Network.analyzed(twice))).contains("\"stride\": [\"1/2\"]");
        assertThat(Written.as(Format.TEXT, Network.analyzed(twice))).contains("1 /1/2\n");
    }

    /** What lies under windows stands in columns of 4·3·3 elements, 4·4 of them. */
    @Test
    void whatIsNotKnownIsNoNumber() {
        var columns = Network.on("columns", "", 1, 4, 6, 6)
                .layer("unfold", "unfold", "kernel", 3)
                .model();
        assertThat(Written.as(Format.CSV, Network.analyzed(columns))).endsWith(",2304,,,,,,,3x3,1x1,0x0,1x1,\r\n");
    }

    @Test
    void theSumOfAColumnIsTheTotal() throws IOException {
        var report = Network.smaller().analyze();
        Ranking ranking = Ranking.by(Metric.PARAMETERS, java.util.OptionalInt.empty());
        for (Metric metric : Metric.inTables()) {
            long sum = read(Written.as(Format.CSV, AnalyzeDocument.of(report, ranking))).stream()
                    .mapToLong(row -> Long.parseLong(row.get(metric.toString())))
                    .sum();
            assertThat(sum)
                    .as(metric.toString())
                    .isEqualTo(metric.of(report.total()).orElseThrow());
        }
    }

    @Test
    void ofTheLargestLayersThereAreRowsAndNoneForTheOthers() throws IOException {
        Ranking ranking = Ranking.by(Metric.PARAMETERS, java.util.OptionalInt.of(2));
        assertThat(read(Written.as(
                        Format.CSV, AnalyzeDocument.of(Network.smaller().analyze(), ranking))))
                .extracting(row -> row.get("layer"))
                .containsExactly("features.0", "classifier");
    }

    /** 32·3·11·11 elements of 4 bytes; the counter is a scalar of 8. */
    @Test
    void tensorsHaveAKindANameAShapeAndASize() {
        var smaller = Network.smaller();
        assertThat(Written.as(Format.CSV, ParametersDocument.of(smaller.analyze(), smaller.weightsWithUsers(false))))
                .startsWith("kind,name,shape,elements,bytes\r\nparameter,features.0.weight,32x3x11x11,11616,46464\r\n")
                .endsWith("\r\nbuffer,features.1.num_batches_tracked,,1,8\r\n");
    }

    @Test
    void ofAPeakThereAreTheBytes() {
        Table table = Table.of(
                "rows",
                List.of(Column.number("peak", "peak")),
                List.of(Row.of(new Cell.PeakMemory(
                        Network.tiny().memory(DType.INT8, false).peak()))));
        assertThat(Written.as(Format.CSV, new Document("test", 1, "", List.of(), table, List.of())))
                .isEqualTo("peak\r\n774400\r\n");
    }

    @Test
    void theOtherDocumentsHaveAColumnForEachNumber() {
        var tiny = Network.tiny();
        assertThat(Written.as(Format.CSV, Network.compared(tiny))).isEqualTo("""
                model,input,layers,parameters,buffers,multiply_adds,effective_multiply_adds,output_bytes,peak_bytes,arena_bytes\r
                tiny,1x3x224x224,6,24586,0,70278080,69582848,3098664,3097600,3097600\r
                """);
        assertThat(Written.as(Format.CSV, BreakdownDocument.of(List.of(tiny.analyze()), Grouping.STAGE)))
                .isEqualTo("""
                model,stage,layers,parameters,buffers,multiply_adds,effective_multiply_adds,output_bytes\r
                tiny,55x55,3,23296,0,70276800,69581568,3097600\r
                tiny,head,3,1290,0,1280,1280,1064\r
                """);
        assertThat(Written.as(Format.CSV, ExplainDocument.of(tiny.analyze(), tiny.explain(DType.FLOAT32, false))))
                .startsWith("""
                layer,quantity,formula,value\r
                features.0,output height,⌊(224 + 2·2 − 11) / 4⌋ + 1,55\r
                features.0,output width,⌊(224 + 2·2 − 11) / 4⌋ + 1,55\r
                features.0,parameters,64·3·11·11 + 64,23296\r
                """);
        var models = List.of(Listed.entry("a", "a.yaml", "A", "A, b"), Listed.unknown("b.yaml", "b.yaml"));
        assertThat(Written.as(Format.CSV, ListDocument.of(models))).isEqualTo("""
                family,name,file,input,parameters,multiply_adds,title,source\r
                A,a,a.yaml,3x32x48,1000,2000000,"A, b",of a paper\r
                "",b.yaml,b.yaml,7;3x5,,,,\r
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"})
    void aTextCannotBecomeAFormula(String text) throws IOException {
        Table table = Table.of(
                "rows",
                List.of(Column.text("text", ""), Column.number("number", "")),
                List.of(Row.of(new Cell.Text(text), new Cell.Count(-3))));
        String csv = Written.as(Format.CSV, new Document("test", 1, "", List.of(), table, List.of()));
        assertThat(read(csv).get(0).get("text")).isEqualTo("'" + text);
        assertThat(csv).endsWith(",-3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a,b", "\"", "a\"b\"", "'", "層", "#", "(3 more layers)", "a=b"})
    void everyOtherTextComesBackAsItWas(String text) throws IOException {
        Table table = Table.of(
                "rows",
                List.of(Column.text("text", ""), Column.text("again", "")),
                List.of(Row.of(new Cell.Text(text), new Cell.Text(text))));
        String csv = Written.as(Format.CSV, new Document("test", 1, "", List.of(), table, List.of()));
        assertThat(read(csv)).singleElement().satisfies(row -> {
            assertThat(row.get("text")).isEqualTo(text);
            assertThat(row.get("again")).isEqualTo(text);
        });
    }

    /** A table may be looked at on a terminal, which a name must not steer. */
    @ParameterizedTest
    @CsvSource({
        "'\tx', '\\u0009x'",
        "'a\r\nb', 'a\\u000d\\u000ab'",
        "'\u001B[2J', '\\u001b[2J'",
        "'\u202Ea', '\\u202ea'"
    })
    void whatCannotBeSeenIsACode(String text, String visible) throws IOException {
        Table table = Table.of("rows", List.of(Column.text("text", "")), List.of(Row.of(new Cell.Text(text))));
        String csv = Written.as(Format.CSV, new Document("test", 1, "", List.of(), table, List.of()));
        assertThat(read(csv).get(0).get("text")).isEqualTo(visible);
    }

    @Test
    void columnsThatPeopleReadCanBeWrittenToo() {
        List<Cell> cells = List.of(
                Cell.EMPTY,
                new Cell.Flag(true, "training"),
                new Cell.ExactCount(23296),
                new Cell.Counts(new java.util.TreeMap<>(java.util.Map.of("add", 1L, "divide", 2L))),
                new Cell.Percent(1, 3),
                new Cell.Ratio(5, 2),
                new Cell.Bar(7, 9));
        List<Column> columns = java.util.stream.IntStream.range(0, cells.size())
                .mapToObj(i -> Column.text("c" + i, ""))
                .collect(Collectors.toList());
        Table table = Table.of("rows", columns, List.of(new Row(cells)));
        assertThat(Written.as(Format.CSV, new Document("test", 1, "", List.of(), table, List.of())))
                .endsWith("\r\n\"\",true,23296,add 1;divide 2,33.3%,2.50,7\r\n");
    }

    private static List<org.apache.commons.csv.CSVRecord> read(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.getRecords();
        }
    }
}
