package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.workbook.ReadBack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as workbooks, which are read back by code that has not written them. */
class WorkbookTest {
    @TempDir
    private Path folder;

    private ReadBack read(String... args) throws IOException {
        Path file = folder.resolve("answer.xlsx");
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("-o", file.toString()));
        Cli.run(all.toArray(String[]::new)).prints();
        return ReadBack.of(Files.readAllBytes(file));
    }

    private static List<CSVRecord> csv(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--format", "csv"));
        String text = Cli.run(all.toArray(String[]::new)).prints().out();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    /** An apostrophe keeps a CSV from being a formula, and 'at least' is written with ASCII characters there. */
    private static boolean isSame(Object cell, String field) {
        if (cell instanceof BigDecimal number) {
            return number.compareTo(new BigDecimal(field)) == 0;
        }
        return field.equals(cell.toString()) || field.equals("'" + cell);
    }

    @ParameterizedTest
    @CsvSource({
        "layers, analyze resnet18",
        "layers, analyze densenet121 --depth 2 --convention fvcore --convention flops",
        "layers, analyze googlenet --training --batch 4 --dtype float16",
        "totals, compare alexnet vgg16 googlenet",
        "groups, compare alexnet vgg16 --by stage",
        "figures, memory alexnet resnet18 --limit 8GiB --definitions",
        "changes, diff resnet18 resnet34",
        "layers, verify lenet5",
        "numbers, explain lenet5",
        "terms, reconcile resnet50 multiply_adds fvcore",
        "findings, reconcile resnet50 4.12G",
        "tensors, parameters bert_base",
        "models, list",
        "conventions, conventions",
        "devices, devices",
        "layers, roofline lenet5 --device t4 --dtype float16",
        "prices, conventions fvcore",
        "inputs, inputs resnet18"
    })
    void eachNumberIsThatOfCsv(String sheet, String command) throws IOException {
        String[] args = command.split(" ");
        List<CSVRecord> records = csv(args);
        ReadBack read = read(args);

        assertThat(records).isNotEmpty();
        for (String column : records.get(0).toMap().keySet()) {
            List<Object> cells = read.column(sheet, column);
            for (CSVRecord expected : records) {
                int row = (int) expected.getRecordNumber() - 1;
                assertThat(isSame(cells.get(row), expected.get(column)))
                        .as("%s, row %s: %s and %s", column, row, cells.get(row), expected.get(column))
                        .isTrue();
            }
        }
    }

    /** 61,100,840 parameters and 714,188,480 multiply-adds: torchvision's AlexNet. The field of the last layer is not a sum. */
    @Test
    void totalsAreFormulas() throws IOException {
        ReadBack read = read("analyze", "alexnet");
        assertThat(read.rows("layers").get(23))
                .startsWith("total")
                .contains(
                        new ReadBack.Formula("SUBTOTAL(109,E2:E23)"),
                        new ReadBack.Formula("SUBTOTAL(109,G2:G23)"),
                        new BigDecimal("355"));
        assertThat(read.sum("layers", "parameters")).isEqualTo(new BigDecimal("61100840"));
        assertThat(read.sum("layers", "multiply_adds")).isEqualTo(new BigDecimal("714188480"));
    }

    @Test
    void whatAListLeavesOutIsARowSoThatTheSumIsRight() throws IOException {
        ReadBack read = read("analyze", "alexnet", "--top", "2", "--sort", "parameters");
        assertThat(read.column("layers", "layer"))
                .containsExactly("classifier.1", "classifier.4", "(20 more layers)", "total");
        assertThat(read.column("layers", "parameters")).endsWith(new ReadBack.Formula("SUBTOTAL(109,E2:E4)"));
        assertThat(read.sum("layers", "parameters")).isEqualTo(new BigDecimal("61100840"));
    }

    @Test
    void modelsSideBySideHaveASheetEach() throws IOException {
        ReadBack read = read("compare", "alexnet", "specs/studies/stems.yaml#vgg16", "alexnet");
        assertThat(read.names())
                .hasSize(5)
                .startsWith("totals", "alexnet")
                .contains("alexnet (2)")
                .endsWith("about");
        assertThat(read.column("alexnet", "layer")).hasSize(23).startsWith("features.0");
        assertThat(read.column("totals", "multiply_adds_ratio").get(0)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void ofAChangeTheTotalsComeFirst() throws IOException {
        ReadBack read = read("diff", "vgg16", "vgg19");
        assertThat(read.names()).containsExactly("totals", "changes", "about");
        // VGG-19 has 143,667,240 parameters, VGG-16 138,357,544 (torchvision).
        assertThat(read.rows("totals"))
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "parameters",
                                new BigDecimal("138357544"),
                                new BigDecimal("143667240"),
                                new BigDecimal("5309696")));
    }

    /** AlexNet has an input of 3·224·224·4 = 602,112 bytes and 22 layers; most is held at the first, as its peak in README.md says. */
    @Test
    void whatIsHeldAtEachStepHasASheet() throws IOException {
        ReadBack read = read("memory", "alexnet");
        assertThat(read.names()).containsExactly("figures", "steps", "about");
        assertThat(read.rows("steps").stream().filter(row -> row.get(1).equals("inference")))
                .hasSize(23)
                .startsWith(
                        List.of("alexnet", "inference", BigDecimal.ZERO, new BigDecimal("602112")),
                        List.of("alexnet", "inference", BigDecimal.ONE, new BigDecimal("1376512")));
        assertThat(read.column("steps", "run")).contains("forward", "backward", "update");
        assertThat(read("memory", "src/test/resources/readme/boxes.yaml").column("steps", "live_bytes"))
                .allMatch(bytes -> bytes.toString().startsWith("≥ "));
    }

    /** What is not known of the boxes is no number, and neither is a total of which it is a part: see {@link UnknownTest}. */
    @Test
    void unknownIsNotZero() throws IOException {
        ReadBack read = read("analyze", "src/test/resources/readme/boxes.yaml");
        assertThat(read.column("layers", "multiply_adds")).endsWith("?", "≥ 442,368");
        assertThat(read.column("layers", "parameters")).endsWith(new ReadBack.Formula("SUBTOTAL(109,E2:E4)"));
        assertThat(read.sum("layers", "parameters")).isEqualTo(new BigDecimal("584"));
    }

    /** 4·5 + 5 = 25 parameters. */
    @Test
    void aCheckWritesLimitsAndFindingsAlsoBesideAnotherAnswer() throws IOException {
        Files.writeString(folder.resolve("net.yaml"), "input: [4]\nlayers: {fc: {linear: 5}}\n");
        Path budget = folder.resolve("budget.yaml");
        Files.writeString(budget, "budgets: [{models: net.yaml, limits: {parameters: 24}}]\n");
        Path beside = folder.resolve("check.xlsx");
        Cli check = Cli.run("check", budget.toString(), "--also", beside.toString());

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("1 limit broken");
        ReadBack read = ReadBack.of(Files.readAllBytes(beside));
        assertThat(read.names()).containsExactly("limits", "findings", "about");
        assertThat(read.column("limits", "actual")).containsExactly(new BigDecimal("25"));
        assertThat(read.column("findings", "allowed")).containsExactly(new BigDecimal("24"));
        assertThat(read.rows("about")).contains(List.of("counts broken", BigDecimal.ONE));
        Cli.run("check", budget.toString(), "-o", folder.resolve("again.xlsx").toString());
        assertThat(folder.resolve("again.xlsx")).hasSameBinaryContentAs(beside);
    }

    @Test
    void theSameAnswerIsTheSameBytes() throws IOException {
        Path first = folder.resolve("first.xlsx");
        Path second = folder.resolve("second.xlsx");
        Cli.run("compare", "alexnet", "vgg16", "-o", first.toString()).prints();
        Cli.run("compare", "alexnet", "vgg16", "--format", "xlsx", "-o", second.toString())
                .prints();
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private static Console console(boolean terminal, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                new Terminal(terminal, terminal, OptionalInt.empty()),
                ColorChoice.NEVER);
    }

    @Test
    void aTerminalIsNoPlaceForAWorkbookButAPipeIs() throws IOException {
        String[] args = {"list", "alexnet", "--format", "xlsx"};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(args, console(true, out, err), Map.of())).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err).hasToString("""
                archmeter list: error: [needs-a-file] a workbook is no text that a terminal can show
                    remedy: name a file: -o answer.xlsx
                """);
        assertThat(Main.run(args, console(false, out, err), Map.of())).isZero();
        assertThat(ReadBack.of(out.toByteArray()).names()).containsExactly("models", "about");
    }

    @Test
    void whatIsNoTableIsNoWorkbook() {
        Cli.run("schema", "-o", folder.resolve("schema.xlsx").toString())
                .refusesWith("[unknown-format] the schema cannot be written as xlsx");
        assertThat(folder).isEmptyDirectory();
    }

    /** Names come from files. */
    @Test
    void namesAreTextsWhateverTheyLookLike() throws IOException {
        Path spec = folder.resolve("'[=x]'.yaml");
        Files.writeString(spec, """
                input: [4]
                layers: {"0.10": relu, "1e3": relu, "dec1": relu, "2026-12-01": relu}
                """);
        ReadBack read = read("compare", spec.toString());
        String sheet = read.names().get(1);
        assertThat(sheet).doesNotContain("[", "]", "/");
        assertThat(read.column(sheet, "layer")).containsExactly("0.10", "1e3", "dec1", "2026-12-01", "total");
    }
}
