package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten steps of 20 pixels from 100 on; 100 bytes are 200 pixels above 300. */
class BlockOutlineTest {
    private static final StepScale STEPS = new StepScale(100, 200, 10);
    private static final ByteScale BYTES = new ByteScale(300, 200, 100);

    private static BlockOutline outline(String label, Span... spans) {
        return BlockOutline.of(new Block(label, "", 0, 0, List.of(spans)), STEPS, BYTES);
    }

    @Test
    void oneSpanIsARectangle() {
        assertThat(outline("a", new Span(1, 2, 10, 60)).path()).isEqualTo("M120 280V180H160V280Z");
    }

    /** Up and along the upper edges, down and back along the lower ones. */
    @Test
    void spansThatTouchAreOnePath() {
        assertThat(outline("a", new Span(0, 0, 0, 50), new Span(1, 1, 10, 60)).path())
                .isEqualTo("M100 300V200H120V180H140V280H120V300Z");
    }

    @Test
    void spansApartAreTwo() {
        assertThat(outline("a", new Span(0, 0, 0, 50), new Span(2, 2, 0, 50)).path())
                .isEqualTo("M100 300V200H120V300ZM140 300V200H160V300Z");
        assertThat(outline("a", new Span(0, 0, 0, 50), new Span(1, 1, 50, 100)).path())
                .as("over each other at one edge")
                .isEqualTo("M100 300V200H120V300ZM120 200V100H140V200Z");
    }

    @Test
    void whatNoPixelShowsIsNotSeen() {
        ByteScale coarse = new ByteScale(300, 200, 100_000);
        Block thin = new Block("a", "", 0, 0, List.of(new Span(0, 9, 1_000, 1_001)));

        assertThat(BlockOutline.of(thin, STEPS, coarse).isSeen()).isFalse();
        assertThat(BlockOutline.of(thin, STEPS, coarse).path()).isEmpty();
    }

    @Test
    void aLabelIsAsLongAsThereIsRoom() {
        assertThat(outline("b.conv → relu", new Span(0, 9, 0, 50)).shownLabel()).isEqualTo("b.conv → relu");
        assertThat(outline("b.conv → relu", new Span(0, 3, 0, 50)).shownLabel()).isEqualTo("b.conv");
        assertThat(outline("b.conv → relu", new Span(0, 1, 0, 50)).shownLabel()).isEqualTo("conv");
        assertThat(outline("b.conv → relu", new Span(0, 0, 0, 50)).shownLabel()).isEmpty();
        assertThat(outline("b.conv → relu", new Span(0, 9, 0, 5)).shownLabel())
                .as("ten pixels high")
                .isEmpty();
        assertThat(outline("features.0", new Span(0, 1, 0, 50)).shownLabel())
                .as("a number says nothing")
                .isEmpty();
    }

    @Test
    void noLabelStandsOnALine() {
        BlockOutline.Part part =
                outline("a", new Span(0, 9, 0, 50)).cutAt(List.of(140, 180)).largest();

        assertThat(part).isEqualTo(new BlockOutline.Part(180, 300, 200, 300));
    }
}
