package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsOptionTest {
    @TempDir
    Path folder;

    /**
     * The table of AlexNet in EECS 498-007, lecture 8 (slides 13 to 39): kernel, stride and pad of each layer as they are printed there; memory in
     * bytes and multiply-adds as reports/lecture.md compares them, exactly.
     */
    @Test
    void theTableOfTheLectureComesFromOneCommand() {
        Cli.run(
                        "analyze",
                        "alexnet_lecture",
                        "--only",
                        "conv,maxpool,flatten,linear",
                        "--columns",
                        "operator,kernel,stride,pad,memory,params,macs",
                        "--format",
                        "csv")
                .printsExactly("""
                        layer,operator,kernel,stride,padding,output_bytes,parameters,multiply_adds
                        features.0,conv,11x11,4x4,2x2,802816,23296,72855552
                        features.2,maxpool,3x3,2x2,0x0,186624,0,0
                        features.3,conv,5x5,1x1,2x2,559872,307392,223948800
                        features.5,maxpool,3x3,2x2,0x0,129792,0,0
                        features.6,conv,3x3,1x1,1x1,259584,663936,112140288
                        features.8,conv,3x3,1x1,1x1,173056,884992,149520384
                        features.10,conv,3x3,1x1,1x1,173056,590080,99680256
                        features.12,maxpool,3x3,2x2,0x0,36864,0,0
                        flatten,flatten,,,,36864,0,0
                        classifier.1,linear,,,,16384,37752832,37748736
                        classifier.4,linear,,,,16384,16781312,16777216
                        classifier.6,linear,,,,4000,4097000,4096000
                        """.replace("\n", "\r\n"));
    }

    @Test
    void peopleReadEachNumberOnceWhereItIsTheSameAlongAllAxes() {
        Cli.run("analyze", "alexnet_lecture", "--width", "160")
                .prints("layer         operator         kernel  stride  padding  inputs ")
                .prints("\nfeatures.0    conv             11×11        4        2  1×3×227×227 ")
                .prints("\nfeatures.1    relu                                      1×64×56×56 ");
    }

    /** Szegedy et al. 2016, figure 6: 1×7 and 7×1; TensorFlow's padding SAME puts the odd element at the end. */
    @Test
    void aKernelThatIsNoSquareAndAPaddingOfTwoSidesAreWritten() throws IOException {
        Cli.run("analyze", "inception_v3", "--columns", "kernel,padding")
                .prints("\nMixed_6b.branch7x7_2.conv      1×7         0×3\n", "\nMixed_6b.branch7x7_2.bn\n");
        String spec = Files.writeString(
                        folder.resolve("same.yaml"),
                        "{input: [3, 8, 8], layers: {conv: {conv: 4, kernel: 3, stride: 2, padding: same}}}")
                .toString();
        Cli.run("analyze", spec, "--columns", "stride,padding")
                .prints("""
                layer  stride  padding
                ──────────────────────
                conv        2      0+1
                """, "\npadding: 0+1 is none before an axis, and one element after it\n");
        Cli.run("analyze", spec, "--columns", "padding", "--format", "csv")
                .printsExactly("layer,padding\r\nconv,0x0x1x1\r\n");
    }

    @ParameterizedTest
    @CsvSource({"alexnet, false, false", "mobilenet_v2, true, false", "deeplabv3_resnet50, false, true"})
    void groupsAndADilationStandThereWhereTheyDoSomething(String model, boolean groups, boolean dilation) {
        String header =
                Cli.run("analyze", model).out().lines().skip(3).findFirst().orElseThrow();
        assertThat(header.contains(" groups ")).isEqualTo(groups);
        assertThat(header.contains(" dilation ")).isEqualTo(dilation);
        Cli.run("analyze", model, "--columns", "dilation,groups").prints("  dilation  groups\n");
    }

    @Test
    void aNetworkWithoutWindowsHasNoneOfThem() {
        Cli.run("analyze", "bert_base").prints("  inputs ").doesNotPrint("kernel", "stride");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            params,output     | layer,parameters,output
            output,layer      | output,layer
            Output memory     | layer,output_bytes
            kernel_size,MACs  | layer,kernel,multiply_adds
            kernel,kernel     | layer,kernel
            share,weight_bytes| layer,share,weight_bytes
            fvcore,operator   | layer,fvcore,operator
            """)
    void columnsHaveTheOrderInWhichTheyAreNamed(String words, String header) {
        Cli csv = Cli.run("analyze", "lenet5", "--convention", "fvcore", "--format", "csv", "--columns", words);
        assertThat(csv.prints().out()).startsWith(header + "\r\n");
    }

    @Test
    void whatARowIsAboutStandsFirst() {
        Cli.run("parameters", "lenet5", "--columns", "memory,kind", "--format", "csv")
                .prints("name,bytes,kind\r\n");
    }

    @Test
    void whatIsAskedForStaysOnANarrowTerminal() {
        Cli.run("analyze", "alexnet", "--columns", "all", "--width", "40")
                .prints("layer         operator         kernel  stride  padding  inputs ", "  receptive field\n")
                .doesNotPrint("no room");
        Cli.run("analyze", "alexnet", "--columns", "macs,all", "--top", "1", "--format", "csv")
                .prints("layer,multiply_adds,operator,inputs,output,parameters,");
    }

    @Test
    void whatNoColumnIsCalledIsNamed() {
        Cli.run("analyze", "alexnet", "--columns", "krenel,output,colour").refuses("""
                --columns: error: [unknown-column] there is no column 'krenel'
                    remedy: did you mean 'kernel'?
                --columns: error: [unknown-column] there is no column 'colour'
                    remedy: use one of: layer, operator, kernel, stride, padding, dilation, groups, inputs, output,\
                 parameters, multiply_adds, effective_multiply_adds, share, output_bytes, receptive_field, attributes,\
                 buffers, weight_bytes, others, receptive_field_height, receptive_field_width,\
                 receptive_field_stride_height, receptive_field_stride_width, receptive_field_offset_height,\
                 receptive_field_offset_width
                2 problems
                """);
        // It stands above the columns of several figures.
        Cli.run("compare", "alexnet", "vgg16", "--columns", "ratio").refusesWith("there is no column 'ratio'");
    }

    @ParameterizedTest
    @CsvSource({"json", "svg"})
    void whatIsNoTableHasNoColumns(String format) {
        Cli.run("compare", "alexnet", "--columns", "params", "--format", format).refuses("""
                --columns: error: [surplus-option] --columns is for tables, and %s has none
                    remedy: use another format, or leave it out
                """.formatted(format));
    }

    @Test
    void ofSeveralModelsAFigureHasAColumnForEach() {
        Cli.run("compare", "alexnet", "vgg16", "--by", "kind", "--columns", "macs", "--format", "markdown")
                .prints("| kind | multiply-adds alexnet | multiply-adds vgg16 |\n");
        Cli.run("compare", "alexnet", "vgg16", "--by", "kind", "--columns", "layers,multiply_adds_share")
                .prints("""
                                 ─── layers ───  ─ share of multiply-adds ─
                kind             alexnet  vgg16             alexnet   vgg16
                """, "\nlinear                 3      3                8.2%    0.8%\n")
                .prints("\ntotal                 22     40              100.0%  100.0%\n");
        Cli.run("compare", "alexnet", "vgg16", "--columns", "peak memory,model,params")
                .prints("""
                peak memory  model    parameters
                """);
    }
}
