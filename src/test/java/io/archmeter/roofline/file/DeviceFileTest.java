package io.archmeter.roofline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.MutatedText;
import io.archmeter.graph.DType;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.roofline.Device;
import io.archmeter.source.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device says, and what is wrong with it, where it is written and all at once. */
class DeviceFileTest {
    private static final long SEED = 20_261_201;
    private static final int CASES = 1_000;

    private static final String WHOLE = """
            name: my-board
            title: The one on my desk
            source: its manual, page 3
            memory: 8GiB
            bandwidth: 34.1 GB/s
            operations: {float32: 1.2 TFLOPS, int8: 4.8TOPS, float16: 2400G}
            notes: Without its accelerator.
            """;

    private static Device read(String text) {
        return DeviceFile.read(TextFile.of("mine.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String problems(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(text));
        return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void figuresAreExact() {
        Device device = read(WHOLE);

        assertThat(device.name()).isEqualTo("my-board");
        assertThat(device.memory()).hasValue(8L << 30);
        assertThat(device.bandwidth()).isEqualTo(34_100_000_000L);
        assertThat(device.peak(DType.FLOAT32)).hasValue(1_200_000_000_000L);
        assertThat(device.peak(DType.FLOAT16)).hasValue(2_400_000_000_000L);
        assertThat(device.peak(DType.INT8)).hasValue(4_800_000_000_000L);
        assertThat(device.peak(DType.BFLOAT16)).isEmpty();
        assertThat(device.notes()).containsExactly("Without its accelerator.");
    }

    @Test
    void aDeviceNeedsANameABandwidthAndOperations() {
        assertThat(problems("title: mine\n")).isEqualTo("""
                        mine.yaml:1:1: error: [no-name] the device has no name
                            remedy: write name: my-board
                        mine.yaml:1:1: error: [no-bandwidth] the device does not say how many bytes it moves in a second
                            remedy: write bandwidth: 1555GB/s
                        mine.yaml:1:1: error: [no-operations] the device does not say in any type how many operations it does in a second
                            remedy: write operations: {float32: 19.5T}""");
        assertThat(problems("{name: a, bandwidth: 1GB/s, operations: {}}")).contains("[no-operations]");
    }

    @Test
    void allThatIsMisspeltIsSaidWithWhatWasMeant() {
        assertThat(problems("""
                        name: my board
                        vram: 8GB
                        bandwith: 34GB/s
                        operations: {fp32: 1.2T, float16: many, int8: [1T]}
                        """)).isEqualTo("""
                        mine.yaml:1:7: error: [wrong-name] 'my board' cannot be the name of a device
                            remedy: use letters, digits, '_', '-' and '.', and begin with a letter or a digit: my-board; words go into title
                        mine.yaml:2:1: error: [unknown-key] a device has no key 'vram'
                            remedy: did you mean 'memory'?
                        mine.yaml:3:1: error: [unknown-key] a device has no key 'bandwith'
                            remedy: did you mean 'bandwidth'?
                        mine.yaml:4:14: error: [unknown-key] operations has no key 'fp32'
                            remedy: did you mean 'float32'?
                        mine.yaml:4:35: error: [wrong-number] float16 is 'many', which is not operations per second, a multiply-add being two
                            remedy: write float16: 19.5T
                        mine.yaml:4:47: error: [wrong-type] int8 must be operations per second, a multiply-add being two, but is a list
                            remedy: write int8: 19.5T""");
    }

    /** Bits are no bytes, and a number alone may be of anything. */
    @ParameterizedTest
    @CsvSource({
        "bandwidth: 34Gb/s, which is not bytes per second",
        "bandwidth: 34GB, which is not bytes per second",
        "bandwidth: 34, which is a number without a unit",
        "bandwidth: 0GB/s, which is no whole number of them",
        "bandwidth: 0.5B/s, which is no whole number of them",
        "bandwidth: 99999999999TB/s, which is no whole number of them",
        "bandwidth: -1GB/s, which is not bytes per second"
    })
    void aFigureHasItsUnit(String line, String fault) {
        assertThat(problems("{name: a, operations: {float32: 1T}, " + line + "}"))
                .contains("[wrong-number] bandwidth is ")
                .contains(fault);
    }

    @Test
    void aNameThatIsNotKnownIsGuessed() {
        assertThat(Devices.find("A100", "--device").name()).isEqualTo("a100-40gb");
        assertThatThrownBy(() -> Devices.find("h100-smx", "--device"))
                .hasMessage("--device: error: [unknown-device] there is no device 'h100-smx'\n"
                        + "    remedy: did you mean 'h100-sxm'?");
    }

    /** Whatever becomes of a device, a user meets a device or problems at their places. */
    @Test
    void aMutatedDeviceIsReadOrHasProblems() {
        MutatedText mutated = new MutatedText(
                List.of(WHOLE),
                List.of("0", "-1", "1e400", "TB/s", "GiB", "[]", "{}", "[", "}", "''", ": ", "\n", "*a"));
        Random random = new Random(SEED);
        int usable = 0;
        for (int round = 0; round < CASES; round++) {
            String text = mutated.of(WHOLE, random);
            try {
                read(text);
                usable++;
            } catch (ProblemException refused) {
                assertThat(refused.problems())
                        .as("seed %s, round %s: %s", SEED, round, text)
                        .isNotEmpty();
            }
        }
        assertThat(usable).isBetween(CASES / 20, CASES - CASES / 20);
    }
}
