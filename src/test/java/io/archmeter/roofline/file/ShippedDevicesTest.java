package io.archmeter.roofline.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.archmeter.graph.DType;
import io.archmeter.roofline.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The devices that come with the tool, and their schema as an editor uses it. */
class ShippedDevicesTest {
    private static final Path FOLDER = Path.of("specs/devices");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(DeviceSchema.json(), InputFormat.JSON);

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachFileIsListed() throws IOException {
        assertThat(Devices.names())
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> file.getFileName().toString().replace(".yaml", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachPointsToTheSchemaWhichAcceptsIt(Path file) throws IOException {
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo("# yaml-language-server: $schema=../archmeter-device.schema.json");
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    /** A figure that nobody can look up convinces nobody. */
    @ParameterizedTest
    @MethodSource("files")
    void eachSaysWhereItsFiguresStand(Path file) {
        Device device = Devices.find(file.toString(), "test");

        assertThat(file).hasFileName(device.name() + ".yaml");
        assertThat(device.title()).isNotBlank();
        assertThat(device.source()).isNotBlank();
    }

    /**
     * As their sources say, in GB/s and 10^12 operations per second; what is said with sparsity is half without: L4 242 and 485, Jetson
     * 170. The two CPUs by hand: 64 cores · 3.5 GHz · 2 · 8 · 2, and 4 cores · 2.4 GHz · 2 · 4 · 2 with 4267 · 4 MB/s.
     */
    @ParameterizedTest
    @CsvSource({
        "a100-40gb, 40, 1555, 19.5, 312, 624",
        "a100-80gb, 80, 2039, 19.5, 312, 624",
        "h100-sxm, 80, 3352, 66.9, 989.4, 1978.9",
        "l4, 24, 300, 30.3, 121, 242.5",
        "t4, 16, 320, 8.1, 65, 130",
        "rtx-4090, 24, 1008, 82.6, 330.3, 660.6",
        "jetson-agx-orin, 64, 204.8, 5.3, , 85",
        "epyc-7763, 4000, 204.8, 7.168, ,",
        "raspberry-pi-5, 16, 17.068, 0.1536, 0.3072,"
    })
    void figuresAreThoseOfTheirSources(
            String name, double memory, double bandwidth, double single, Double half, Double bytes) {
        Device device = Devices.find(name, "test");

        assertThat(device.memory().orElseThrow()).isEqualTo(Math.round(memory * 1e9));
        assertThat(device.bandwidth()).isEqualTo(Math.round(bandwidth * 1e9));
        assertThat(device.peak(DType.FLOAT32).orElseThrow()).isEqualTo(Math.round(single * 1e12));
        assertThat(device.peak(DType.FLOAT16).orElse(0)).isEqualTo(half == null ? 0 : Math.round(half * 1e12));
        assertThat(device.peak(DType.INT8).orElse(0)).isEqualTo(bytes == null ? 0 : Math.round(bytes * 1e12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a, bandwidth: 1GB/s}",
                "{bandwidth: 1GB/s, operations: {float32: 1T}}",
                "{name: a, operations: {float32: 1T}}",
                "{name: a, bandwidth: 1GB/s, operations: {}}",
                "{name: a, bandwidth: 1Gb/s, operations: {float32: 1T}}",
                "{name: a, bandwidth: 1GB, operations: {float32: 1T}}",
                "{name: a, bandwidth: 1GB/s, operations: {float32: 1}}",
                "{name: a, bandwidth: 1GB/s, operations: {float: 1T}}",
                "{name: a, bandwidth: 1GB/s, memory: 40, operations: {float32: 1T}}",
                "{name: a, bandwidth: 1GB/s, operations: {float32: 1T}, cores: 8}",
            })
    void whatTheReaderWouldRefuseIsRefused(String device) {
        assertThat(errors(device)).isNotEmpty();
    }

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }
}
