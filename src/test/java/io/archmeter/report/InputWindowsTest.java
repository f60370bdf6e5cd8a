package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.analysis.CostReport;
import io.archmeter.report.document.Detail;
import io.archmeter.report.picture.InputWindow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputWindowsTest {
    /** 55 windows of 11, 4 apart, begin on 2 elements of padding: the one in the middle, number 27, begins at 27·4 − 2 = 106. */
    @Test
    void theMiddleElementSeesItsWindow() {
        assertThat(axes(Network.tiny(), 0))
                .containsExactly(new InputWindow.Axis(224, 106, 11), new InputWindow.Axis(224, 106, 11));
    }

    @Test
    void whatIsSeenIsSaidAbove() {
        assertThat(window(Network.tiny(), 0).orElseThrow().caption()).isEqualTo("sees 11×11 of 224×224");
    }

    /** A window of 7 around the middle of 4 has 3 of padding: it covers all that there is. */
    @Test
    void aWindowEndsAtTheBorder() {
        Model model = Network.on("wide", "", 1, 3, 4, 4)
                .layer("conv", "conv", "channels", 2, "kernel", 7, "padding", 3)
                .model();

        // Four positions; of the two in the middle the first, at 1, whose window goes from −2 to 4.
        assertThat(axes(model, 0)).containsExactly(new InputWindow.Axis(4, 0, 4), new InputWindow.Axis(4, 0, 4));
    }

    @Test
    void aSequenceOfWhichAllIsSeenIsABar() {
        Model model = WrittenModel.of("""
                input: [16, 8]
                layers:
                  attention: {multiheadattention: 2}
                """);

        assertThat(axes(model, 0)).containsExactly(new InputWindow.Axis(16, 0, 16));
        assertThat(window(model, 0).orElseThrow().caption()).isEqualTo("sees everything of 16");
    }

    @Test
    void whereThereAreNoPositionsNothingIsDrawn() {
        Model model = Network.on("flat", "", 1, 8)
                .layer("fc", "linear", "features", 2)
                .model();

        assertThat(window(model, 0)).isEmpty();
    }

    private static List<InputWindow.Axis> axes(Model model, int layer) {
        Detail.Drawn drawn = (Detail.Drawn) window(model, layer).orElseThrow();
        return ((InputWindow) drawn.picture()).axes();
    }

    private static Optional<Detail> window(Model model, int layer) {
        CostReport report = model.analyze();
        return InputWindows.of(report, report.layers().get(layer));
    }
}
