package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongListTest {
    private static final int SIZE = 3 * LongList.PART + 1;

    private static List<Integer> part(int number) {
        int first = number * LongList.PART;
        return IntStream.range(first, Math.min(SIZE, first + LongList.PART))
                .boxed()
                .toList();
    }

    @Test
    void hasTheElementsOfItsPartsInOrder() {
        List<Integer> list = new LongList<>(SIZE, LongListTest::part);

        assertThat(list).isEqualTo(IntStream.range(0, SIZE).boxed().toList()).hasSize(3073);
    }

    /** Seeded places, each as good as any other: the part that is ready is mostly the wrong one. */
    @Test
    void isReadInAnyOrder() {
        LongList<String> list = new LongList<>(SIZE, LongListTest::part).mapped(number -> "layer " + number);
        List<Integer> places = new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
        Collections.shuffle(places, new Random(7));

        for (int place : places.subList(0, 100)) {
            assertThat(list.get(place)).isEqualTo("layer " + place);
        }
    }

    @Test
    void makesEachPartOnceForWhoGoesThroughItInOrder() {
        AtomicInteger made = new AtomicInteger();
        IntFunction<List<Integer>> counted = number -> {
            made.incrementAndGet();
            return part(number);
        };

        new LongList<>(SIZE, counted).forEach(element -> {});

        assertThat(made).hasValue(4);
    }

    @Test
    void throwsWhatIsThrownForAPart() {
        LongList<Integer> list = new LongList<>(SIZE, number -> {
            if (number == 1) {
                throw new IllegalStateException("no such part");
            }
            return part(number);
        });

        assertThat(list.get(LongList.PART - 1)).isEqualTo(1023);
        assertThatThrownBy(() -> list.get(LongList.PART))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such part");
    }

    /** 1,025 times what a bundled spec says: a part that is full, and one with the last. */
    @Test
    void aLongListOfAFileHasEveryPlaceAndValue() throws IOException {
        String item = Files.readString(Path.of("specs/lenet.yaml"))
                .stripTrailing()
                .indent(2)
                .stripTrailing();
        int lines = (int) item.lines().count() + 1;
        String one = "-\n" + item + "\n";

        List<SourceValue> items = items("spec.yaml", one.repeat(LongList.PART + 1));

        assertThat(items).isInstanceOf(LongList.class).hasSize(1025);
        assertThat(items.get(0)).isEqualTo(items("spec.yaml", one).get(0));
        assertThat(items.get(LongList.PART))
                .isEqualTo(items("spec.yaml", "\n".repeat(lines * LongList.PART) + one)
                        .get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a b\"",
                "!!str 64",
                "{a: 1, 'b': [x, +5, 3.0, -0], c: }",
                "{&a k: {x: 1}, l: *a}",
                "\"=a\\n+ b\"",
            })
    void packsWhatYamlHas(String item) {
        String text = ("- " + item + "\n").repeat(LongList.PART + 1);

        List<SourceValue> items = items("spec.yaml", text);

        assertThat(items.get(LongList.PART - 1))
                .isEqualTo(items("spec.yaml", "\n".repeat(LongList.PART - 1) + "- " + item + "\n")
                        .get(0));
    }

    @Test
    void packsListsThatArePackedInLists() {
        String inner = "[" + "relu, ".repeat(LongList.PART) + "softmax]";
        String text = "[" + (inner + ",\n").repeat(LongList.PART) + inner + "]";

        List<SourceValue> items = items("spec.json", text.replaceAll("[a-z]+", "\"$0\""));

        List<SourceValue> last = ((SourceValue.Items) items.get(LongList.PART)).items();
        assertThat(items).hasSize(1025);
        assertThat(last).isInstanceOf(LongList.class).hasSize(1025);
        assertThat(last.get(LongList.PART).at()).hasToString("spec.json:1025:8194");
        assertThat(last.get(LongList.PART).described()).isEqualTo("the text 'softmax'");
    }

    /** The second thread of a long text hands on what the engine found wrong. */
    @Test
    void aMistakeAtTheEndOfALongTextIsFound() {
        Problems problems = new Problems();

        TextFile text = file("spec.yaml", "- relu\n".repeat(200_000) + "- {relu\n");

        assertThat(SourceReader.read(text, problems)).isEmpty();
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("200001:3")
                .hasMessageContaining("this mapping is not closed");
    }

    private static List<SourceValue> items(String name, String text) {
        Problems problems = new Problems();
        SourceValue read = SourceReader.read(file(name, text), problems).orElseThrow();
        problems.throwIfAny();
        return ((SourceValue.Items) read).items();
    }

    private static TextFile file(String name, String text) {
        return new TextFile(name, text, name.endsWith("json") ? TextFile.Format.JSON : TextFile.Format.YAML);
    }
}
