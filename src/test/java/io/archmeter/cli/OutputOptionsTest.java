package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an answer is written: what the options of a format and the ending of a file say together. */
class OutputOptionsTest {
    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void anEndingThatNoFormatHasIsRefused() {
        Cli.run("compare", "alexnet", "-o", file("z.ods")).refuses("""
                archmeter compare: error: [unknown-format] there is no format for files that end in '.ods'
                    remedy: use a name that ends in .txt, .csv, .json, .md, .html, .svg, .xlsx, .mmd, .dot or .trace.json; --format text writes text into this file all the same
                """);
        Cli.run("check", "-o", file("z.docx"))
                .refusesWith("use a name that ends in .txt, .csv, .json, .md, .html, .svg, .xlsx, .xml or .sarif;");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFormatThatIsNamedGoesIntoAnyFile() {
        Cli.run("compare", "alexnet", "--format", "text", "-o", file("z.xlsx")).prints("");
        assertThat(folder.resolve("z.xlsx")).content().startsWith("alexnet\n");
        Cli.run("compare", "alexnet", "-o", file("answer")).prints("");
        assertThat(folder.resolve("answer")).content().startsWith("alexnet\n");
    }

    @Test
    void aMarkIsForSpreadsheets() {
        Cli.run("list", "--bom", "-o", file("list.csv")).prints("");
        assertThat(folder.resolve("list.csv")).content().startsWith("\uFEFFfamily,name,file,input,");
        Cli.run("list", "--format", "csv").prints().doesNotPrint("\uFEFF");
        Cli.run("list", "--bom").refuses("""
                archmeter list: error: [surplus-option] --bom is for CSV alone
                    remedy: add --format csv, or leave it out
                """);
        Cli.run("check", "--bom", "--format", "junit").refusesWith("--bom is for CSV alone");
    }

    @Test
    void whoKnowsTheWordsCanLeaveTheNotesOut() {
        Cli.run("compare", "alexnet", "vgg16", "--width", "60")
                .prints("\nno room for: ", "\nmultiply-adds: ")
                .fits(60);
        assertThat(Cli.run("compare", "alexnet", "vgg16", "--width", "60", "--no-notes")
                        .out())
                .contains("\nvgg16 ")
                .doesNotContain("no room for", "multiply-adds: ");
    }

    /** Growth is red (31 of ECMA-48's SGR), a bar cyan (36); what is written into a file has no colours. */
    @Test
    void changesAndBarsAreColouredWhereProblemsAre() {
        assertThat(out(true, "diff", "vgg16", "vgg19")).contains("\u001B[31m+5.31 M\u001B[0m");
        assertThat(out(true, "diff", "vgg19", "vgg16")).contains("\u001B[32m−5.31 M\u001B[0m");
        assertThat(out(true, "compare", "alexnet", "--by", "stage")).contains("\u001B[36m████████\u001B[0m");
        assertThat(out(false, "diff", "vgg16", "vgg19")).contains("+5.31 M").doesNotContain("\u001B");
        assertThat(out(true, "diff", "vgg16", "vgg19", "--color", "never")).doesNotContain("\u001B");
        assertThat(out(true, "diff", "vgg16", "vgg19", "--format", "markdown")).doesNotContain("\u001B");
        assertThat(out(true, "diff", "vgg16", "vgg19", "-o", file("diff.txt"))).isEmpty();
        assertThat(folder.resolve("diff.txt")).content().contains("+5.31 M").doesNotContain("\u001B");
    }

    private static String out(boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                new Terminal(terminal, terminal, OptionalInt.empty()),
                ColorChoice.AUTO.orOf(Map.of()));
        assertThat(Main.run(args, console, Map.of())).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
