package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.report.picture.Curves;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Ruler;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurvesDrawingTest {
    private static final Ruler TO_8 = new Ruler(8, List.of(amount(0), amount(4), amount(8)));
    private static final Ruler TO_200 = new Ruler(200, List.of(amount(0), amount(100), amount(200)));

    private static Quantity amount(long exact) {
        return new Quantity(exact, Long.toString(exact));
    }

    private static Curves.Point point(long across, long up, boolean marked) {
        return new Curves.Point(amount(across), amount(up), marked);
    }

    private static Curves curves(Optional<Quantity> limit, Curves.Point... points) {
        return new Curves(
                "curve",
                "memory over batch",
                "it grows",
                "batch N",
                TO_8,
                List.of(new Curves.Curve("memory", TO_200, List.of(points), limit)));
    }

    /** Of 8 across are 320 pixels from 74 on, and of 200 up 170 from 204 up: 2 lies at 154, and 50 at 204 − 42. */
    @Test
    void pointsLieWhereTheirNumbersAre() {
        String svg = Svg.alone(curves(Optional.empty(), point(2, 50, false), point(8, 200, true)));
        assertThat(svg).contains("class=\"curve stroke-series-0\" d=\"M154 162L394 34\"");
        assertThat(svg).contains("<title>batch N 8: memory 200</title>").doesNotContain("class=\"limit\"");
    }

    /** 100 of 200 lies halfway: 204 − 85. */
    @Test
    void aLimitIsALine() {
        assertThat(Svg.alone(curves(Optional.of(amount(100)), point(1, 1, false))))
                .contains("class=\"limit\" d=\"M74 119L394 119\"", ">limit 100<");
    }

    @Test
    void whatLiesBesideTheAxesIsRefused() {
        assertThatThrownBy(() -> curves(Optional.empty(), point(9, 1, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> curves(Optional.empty(), point(1, 201, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> curves(Optional.empty(), point(2, 1, false), point(2, 3, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
