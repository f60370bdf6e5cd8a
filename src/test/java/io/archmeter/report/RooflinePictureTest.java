package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.Roofline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where layers lie below a roof, on a device that does an operation and moves a byte in each picosecond. */
class RooflinePictureTest {
    private static final long TERA = 1_000_000_000_000L;

    private static Optional<Scatter> picture(DType type, String yaml) {
        Device even = new Device("even", "", "", OptionalLong.empty(), TERA, Map.of(DType.FLOAT32, TERA), List.of());
        return RooflinePicture.of(
                DeviceBounds.of(Roofline.of(WrittenModel.of(yaml).facts(type)), even), "");
    }

    private static final String SMALL = """
            input: [1, 4, 4]
            layers:
              conv: {conv: 2, kernel: 3, padding: 1}
              act: relu
              flat: flatten
              fc: {linear: 3}
            """;

    private static List<Long> exact(List<Quantity> quantities) {
        return quantities.stream().map(Quantity::exact).toList();
    }

    /** 400 operations of 272 bytes, and 192 of 536; the axis is of thousandths. */
    @Test
    void layersLieOnTheRoof() {
        Scatter picture = picture(DType.FLOAT32, SMALL).orElseThrow();

        assertThat(picture.points()).extracting(Scatter.Point::label).containsExactly("conv", "fc");
        assertThat(exact(picture.points().stream().map(Scatter.Point::across).toList()))
                .containsExactly(1470L, 358L);
        assertThat(exact(picture.points().stream().map(Scatter.Point::up).toList()))
                .containsExactly(TERA, 192 * TERA / 536);
        assertThat(exact(picture.points().stream().map(Scatter.Point::area).toList()))
                .containsExactly(400L, 536L);
        assertThat(picture.title()).endsWith("; 1 layer without multiply-adds is not drawn");
    }

    @Test
    void theRoofBendsAtTheRidge() {
        Scatter picture = picture(DType.FLOAT32, SMALL).orElseThrow();
        List<Scatter.Corner> corners = picture.lines().get(0).corners();

        assertThat(picture.across().ticks()).extracting(Quantity::words).containsExactly("0.2", "0.5", "1", "2");
        assertThat(exact(corners.stream().map(Scatter.Corner::across).toList())).containsExactly(200L, 1000L, 2000L);
        assertThat(exact(corners.stream().map(Scatter.Corner::up).toList())).containsExactly(TERA / 5, TERA, TERA);
    }

    @Test
    void withoutAPlaceThereIsNothingToDraw() {
        assertThat(picture(DType.FLOAT16, SMALL)).isEmpty();
        assertThat(picture(DType.FLOAT32, "{input: [3], layers: {act: relu}}")).isEmpty();
    }
}
