package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs see of what layers move, and of the least times on a device. */
class RooflineCommandTest {
    /** An operation and a byte in each picosecond. */
    private static final String EVEN = "{name: even, bandwidth: 1TB/s, memory: 708B, operations: {float32: 1T}}";

    private static final String SMALL = """
            name: small
            input: [1, 4, 4]
            layers:
              conv: {conv: 2, kernel: 3, padding: 1}
              norm: batchnorm
              act: relu
              flat: flatten
              fc: {linear: 3}
            """;

    @TempDir
    private Path folder;

    private String device(String text) throws IOException {
        return Files.writeString(folder.resolve("even.yaml"), text).toString();
    }

    private String model() throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
    }

    /** By hand in {@code RooflineTest} and {@code DeviceBoundsTest}. */
    @Test
    void peopleSeeBothBoundsAndWhatEachAssumes() throws IOException {
        Cli.run("roofline", model(), "--device", device(EVEN), "--width", "200")
                .prints(
                        "roofline of small on even",
                        "ridge at operations per byte 1.00",
                        " 64 B     80 B    128 B    272 B            200         400                32      1.47   400 ps   272 ps    400 ps  compute\n",
                        "128 B      0 B    128 B    256 B              0           0                32      0.00     0 ps   256 ps    256 ps  memory\n",
                        "  0 B      0 B      0 B      0 B              0           0                 0               0 ps     0 ps      0 ps  nothing\n",
                        "\nlayer by layer   448 B    508 B    396 B  1.3 KiB",
                        "1.48 ns",
                        "\nfused into one    64 B    508 B     12 B    584 B",
                        "592 ps   584 ps    592 ps  compute",
                        "bound by memory: 3 of 4 layers that move anything, 73.0% of the least time layer by layer",
                        "weights and peak memory together, 708 B, fit into the 708 B of even",
                        "a bound and no prediction",
                        "0 B moved: what the layer puts out is its input under another shape");
    }

    @Test
    void withoutADeviceThereAreNoTimes() throws IOException {
        Cli.run("roofline", model()).prints("\none pass\n", "272 B").doesNotPrint("at least", "bound by");
    }

    @Test
    void programsFindWholePicosecondsAndBytes() throws IOException {
        Cli.run("roofline", model(), "--device", device(EVEN), "--format", "json")
                .prints(
                        "\"document\": \"roofline\"",
                        "\"bytes_per_second\": 1000000000000",
                        "\"layer_by_layer_picoseconds\": 1480",
                        "\"fits\": true",
                        "\"compute_picoseconds\": 592",
                        "\"moves\": false",
                        "\"bound_by\": \"nothing\"");
        Cli.run("roofline", model(), "--device", device(EVEN), "--format", "csv")
                .prints(",conv,conv,64,80,128,272,200,400,32,1.47,400,272,400,compute");
    }

    @Test
    void aTypeWithoutAFigureMakesTheTotalIncomplete() throws IOException {
        Cli.run("roofline", model(), "--device", device(EVEN), "--dtype", "float16")
                .prints(
                        "incomplete, because not all is known of what comes from",
                        "operations in float16, of which even has no figure",
                        "≥ 676 ps");
    }

    @Test
    void aLookupSaysWhatItMayRead() throws IOException {
        Path file = Files.writeString(folder.resolve("table.yaml"), """
                inputs: {tokens: {shape: [5], dtype: int64}}
                layers: {table: {embedding: 10, embedding_dim: 8}}
                """);

        Cli.run("roofline", file.toString())
                .prints(
                        "table: which rows it reads only its indices know; counted are 32 B, and at most it reads 160 B");
    }

    @Test
    void layersAreSortedAndCut() throws IOException {
        String csv = Cli.run("roofline", model(), "--device", device(EVEN), "--top", "2", "--format", "csv")
                .out();

        assertThat(csv.lines().skip(1).map(line -> line.split(",")[1])).containsExactly("fc", "conv");
        Cli.run("roofline", model(), "--sort", "least_picoseconds").refuses("""
                --sort: error: [no-device] there are least times on a device alone, and none was named
                    remedy: add --device, with a name from 'archmeter devices'
                """);
        Cli.run("roofline", model(), "--sort", "bytes").refusesWith("moved_bytes");
    }

    @Test
    void severalModelsHaveASectionAndAPictureEach() {
        Cli.run("roofline", "lenet5", "alexnet", "--device", "t4")
                .prints("rooflines of 2 models on t4", "\nlenet5 on ", "\nalexnet on ");
        Cli.run("roofline", "lenet5", "alexnet", "--device", "t4", "--format", "svg", "--picture", "roofline-alexnet")
                .prints("alexnet below the roof of t4", "operations per byte", "features.0: ");
        Cli.run("roofline", "alexnet", "--format", "svg").refusesWith("[no-picture]");
    }

    @Test
    void devicesAreListedAndGuessed() {
        Cli.run("devices").prints("a100-40gb", "raspberry-pi-5");
        Cli.run("devices", "a100").prints("float16", "312.00 T", "200.64", "NVIDIA A100 Tensor Core GPU datasheet");
        Cli.run("roofline", "alexnet", "--device", "t5").refuses("""
                --device: error: [unknown-device] there is no device 't5'
                    remedy: did you mean 't4'?
                """);
        Cli.run("roofline", "alexnet", "--device", "abacus")
                .refusesWith("remedy: use one of: a100-40gb, a100-80gb, h100-sxm, l4, t4, rtx-4090, jetson-agx-orin,"
                        + " epyc-7763, raspberry-pi-5; your own ends in .yaml");
    }
}
