package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.Agreement;
import io.archmeter.report.picture.Agreement.Mark;
import io.archmeter.report.picture.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgreementDrawingTest {
    private static Agreement.Layer layer(String name, long executed, long padded, Mark mark) {
        return new Agreement.Layer(
                name, "conv", new Quantity(executed, "" + executed), new Quantity(padded, "" + padded), List.of(mark));
    }

    private static Agreement picture(List<Agreement.Layer> layers) {
        return new Agreement("agreement", "title", "", List.of("output"), layers);
    }

    @Test
    void fewLayersHaveTheirNamesAndSigns() {
        Agreement picture = picture(List.of(
                layer("stem", 3, 1, Mark.EQUAL), layer("head", 2, 0, Mark.DIFFERS), layer("end", 0, 0, Mark.NOT_RUN)));
        assertThat(Drawn.texts(picture)).contains("stem", "head", "end").containsSubsequence("=", "≠");
        assertThat(Drawn.bars(picture, "mark"))
                .extracting(Drawn.Bar::classes)
                .startsWith("mark equal", "mark differs", "mark not-run");
    }

    /** Of a thousand layers no name could be read; what differs has its sign still. */
    @Test
    void manyLayersHaveAFieldEach() {
        List<Agreement.Layer> layers = Stream.iterate(0, i -> i + 1)
                .limit(1000)
                .map(i -> layer("layer" + i, i, 0, i == 500 ? Mark.DIFFERS : Mark.EQUAL))
                .toList();
        Agreement picture = picture(layers);
        assertThat(Drawn.bars(picture, "mark equal")).hasSize(999 + 1);
        assertThat(Drawn.texts(picture)).doesNotContain("layer3").contains("≠");
    }
}
