package io.archmeter.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "a.csv, CSV",
        ".csv, CSV",
        "a.b.JSON, JSON",
        "a.md, MARKDOWN",
        "a.markdown, MARKDOWN",
        "a.html, HTML",
        "a.svg, SVG",
        "a.trace.json, TRACE",
        "trace.json, JSON",
        "a.txt, TEXT",
        "check.log, TEXT",
        "a.html, HTML",
        "a.svg, SVG",
        "a.XLSX, XLSX"
    })
    void theEndingOfAFileAsksForAFormat(String file, Format format) {
        assertThat(Format.ofFile(file)).contains(format);
        assertThat(Format.unknownEnding(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csv",
                "answer",
                "a.",
                "/dev/stdout",
                "/proc/self/fd/1",
                "models.xlsx/answer",
                "costs.2",
                "costs-2026.11.30",
                "/tmp/tmp.Ab3dEfGh1J"
            })
    void aNameWithoutAnEndingAsksForNone(String file) {
        assertThat(Format.ofFile(file)).isEmpty();
        assertThat(Format.unknownEnding(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"z.docx, docx", "z.csv.ODS, ODS", "z.tsv, tsv", "z.yaml, yaml", "z.xml, xml", "z.h5, h5"})
    void anEndingThatNoFormatHasIsNoText(String file, String ending) {
        assertThat(Format.ofFile(file)).isEmpty();
        assertThat(Format.unknownEnding(file)).map(UnknownEnding::ending).contains(ending);
    }

    @Test
    void whatCanBeDoneAboutSuchAnEndingIsSaid() {
        UnknownEnding ending = Format.unknownEnding("z.ods").orElseThrow();
        assertThat(ending.fact()).isEqualTo("there is no format for files that end in '.ods'");
        assertThat(ending.remedy())
                .isEqualTo(
                        "use a name that ends in .txt, .csv, .json, .md, .html, .svg, .xlsx, .mmd, .dot or .trace.json; --format text writes text into this file all the same");
    }
}
