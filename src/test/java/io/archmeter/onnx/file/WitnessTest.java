package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Google's library and we read the same in every file, whole or damaged. More damaged ones are read with
 * {@code -Darchmeter.damages=200000}, others with {@code -Darchmeter.seed=1}; the seed of one that fails is in its message.
 */
class WitnessTest {
    private static final int DAMAGES = Integer.getInteger("archmeter.damages", 3_000);

    /** So many of a hundred have all fields; there are some sixty others. */
    private static final int WITH_EVERY_FIELD = 40;

    private static final Pattern BEYOND_31_BITS = Pattern.compile("a field of \\d{10,} bytes");

    private static final long SEED = Long.getLong("archmeter.seed", 20_261_130);

    @ParameterizedTest
    @MethodSource("io.archmeter.onnx.file.OnnxFiles#names")
    void whatIsReadInAFileIsWhatTheLibraryReads(String name) throws InvalidProtocolBufferException {
        byte[] file = OnnxFiles.bytes(name);
        assertThat(new ReadMessages(file).model(OnnxFiles.read(file, name).message()))
                .isEqualTo(WitnessedMessages.model(WitnessedMessages.parse(file)));
    }

    @Test
    void everyFieldIsReadAsTheLibraryReadsIt() throws InvalidProtocolBufferException {
        byte[] file = EveryField.model();
        assertThat(new ReadMessages(file)
                        .model(OnnxFiles.read(file, "every.onnx").message()))
                .isEqualTo(WitnessedMessages.model(WitnessedMessages.parse(file)));
    }

    @Test
    void aDamagedFileIsReadAsTheLibraryReadsItOrRefusedWithAProblem() {
        List<byte[]> whole = new ArrayList<>(Collections.nCopies(WITH_EVERY_FIELD, EveryField.model()));
        OnnxFiles.names().stream().map(OnnxFiles::bytes).forEach(whole::add);
        Map<String, Integer> ends = new TreeMap<>();
        for (long seed = SEED; seed < SEED + DAMAGES; seed++) {
            try {
                Random random = new Random(seed);
                byte[] damaged = Damage.of(whole.get(random.nextInt(whole.size())), whole, random);
                ends.merge(outcome(damaged), 1, Integer::sum);
            } catch (RuntimeException | Error | InvalidProtocolBufferException failed) {
                throw new AssertionError("seed " + seed + ": " + failed, failed);
            }
        }
        System.out.println(DAMAGES + " damaged files from seed " + SEED + " on: " + ends);
        assertThat(ends).containsKeys("read by both", "refused by both");
    }

    private static String outcome(byte[] file) throws InvalidProtocolBufferException {
        DynamicMessage witness = null;
        try {
            witness = WitnessedMessages.parse(file);
        } catch (InvalidProtocolBufferException refused) {
            assertThat(refused).hasMessageNotContaining("recursion");
        }
        ModelFile read;
        try {
            read = OnnxFiles.read(file, "damaged.onnx");
        } catch (ProblemException refused) {
            if (witness == null) {
                return "refused by both";
            }
            assertThat(saysNothing(witness) || isBeyondItsNumbers(refused))
                    .as(refused.getMessage())
                    .isTrue();
            return "refused by us";
        }
        askForElements(read);
        if (witness == null) {
            return "read by us";
        }
        assertThat(new ReadMessages(file).model(read.message())).isEqualTo(WitnessedMessages.model(witness));
        return "read by both";
    }

    /** Bytes are no model where they name no graph and no version, although the library reads them. */
    private static boolean saysNothing(DynamicMessage witness) {
        List<?> model = WitnessedMessages.model(witness);
        return model.get(0).equals(0L) && model.get(4).equals(List.of());
    }

    /**
     * The library does not look whether the tenth byte of a number says that there is one more, nor at the upper 32 bits of a length; its
     * sister in C++ does, and refuses.
     */
    private static boolean isBeyondItsNumbers(ProblemException refused) {
        String message = refused.getMessage();
        return message.contains("a number has more than 10 bytes")
                || BEYOND_31_BITS.matcher(message).find();
    }

    /** None of them may end otherwise than with a problem. */
    private static void askForElements(ModelFile file) {
        assertThat(file.tensorProblems()).extracting(Problem::code).isNotNull();
        for (TensorMessage tensor : Tensors.of(file.message())) {
            try {
                assertThat(file.elements(tensor)).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }
}
