package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.report.workbook.Look;
import io.archmeter.report.workbook.NumberFormat;
import io.archmeter.report.workbook.Sheet;
import io.archmeter.report.workbook.SheetCell;
import io.archmeter.report.workbook.SheetColumn;
import io.archmeter.report.workbook.SheetValue;
import io.archmeter.report.workbook.WorkbookFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as a spreadsheet opens them that computes their formulas: LibreOffice, where it is installed. */
class LibreOfficeTest {
    private static final Path PROGRAM = Path.of("/usr/bin/soffice");

    /**
     * Commas between fields, quotes around texts alone, UTF-8, numbers as they are and not as they look, and all sheets ("Filter
     * Options for CSV" in LibreOffice's manual).
     */
    private static final String VALUES = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "LibreOffice is not installed");
        writeTexts(folder.resolve("texts.xlsx"));
        Cli.run(
                        "compare",
                        "alexnet",
                        "resnet50",
                        "-o",
                        folder.resolve("nets.xlsx").toString())
                .prints();
        Process office = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        VALUES,
                        "--outdir",
                        folder.toString(),
                        folder.resolve("texts.xlsx").toString(),
                        folder.resolve("nets.xlsx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        if (!office.waitFor(5, TimeUnit.MINUTES)) {
            office.destroyForcibly();
        }
    }

    /** Texts that look like something else, numbers, and a sum whose value nobody has told. */
    private static void writeTexts(Path file) throws IOException {
        SheetCell three = new SheetCell(new SheetValue.Number(new BigDecimal("3"), NumberFormat.COUNT), Look.PLAIN);
        SheetCell sum = new SheetCell(new SheetValue.Sum(BigDecimal.ZERO, NumberFormat.COUNT), Look.PLAIN);
        List<List<SheetCell>> rows = List.of("0.10", "1e3", "=1+1", "'a", "2026-12-01", "_x0041_", " b ").stream()
                .map(text -> List.of(SheetCell.text(text), three))
                .toList();
        Sheet sheet = new Sheet(
                "texts",
                List.of(new SheetColumn("text", false, 10), new SheetColumn("number", true, 10)),
                1,
                false,
                rows.size(),
                rows,
                List.of(SheetCell.text("total"), sum));
        try (OutputStream out = Files.newOutputStream(file)) {
            new WorkbookFile("texts", List.of(sheet)).writeTo(out);
        }
    }

    private static CSVRecord last(String file) throws IOException {
        String csv = Files.readString(folder.resolve(file));
        List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        return records.get(records.size() - 1);
    }

    @Test
    void textsAreTextsNumbersAreNumbersAndAFormulaIsTheSumOfItsRows() {
        assertThat(folder.resolve("texts-texts.csv")).hasContent("""
                "text","number"
                "0.10",3
                "1e3",3
                "=1+1",3
                "'a",3
                "2026-12-01",3
                "_x0041_",3
                " b ",3
                "total",21
                """);
    }

    /** torchvision's summaries of AlexNet and ResNet-50; multiply-adds as in the README's first table. */
    @Test
    void totalsThatASpreadsheetComputesAreOurs() throws IOException {
        assertThat(last("nets-alexnet.csv").toList())
                .startsWith("total", "", "", "", "61100840", "0", "714188480", "657918720", "100%", "4429728");
        assertThat(last("nets-resnet50.csv").toList())
                .startsWith("total", "", "", "", "25557032", "53173", "4089184256");
    }
}
