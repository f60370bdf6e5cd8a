package io.archmeter.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of charts that would draw nonsense are none. */
class ChartValuesTest {
    private static final Ruler TO_2 = new Ruler(2, List.of(amount(0), amount(2)));

    private static Quantity amount(long number) {
        return new Quantity(number, Long.toString(number));
    }

    @Test
    void anAxisGoesUpFromZero() {
        assertThatThrownBy(() -> new Ruler(2, List.of(amount(1)))).hasMessageContaining("begins at zero");
        assertThatThrownBy(() -> new Ruler(2, List.of())).hasMessageContaining("begins at zero");
        assertThatThrownBy(() -> new Ruler(2, List.of(amount(0), amount(3))))
                .hasMessage("3 is no tick after 0 and up to 2");
        assertThatThrownBy(() -> new Ruler(2, List.of(amount(0), amount(2), amount(1))))
                .hasMessage("1 is no tick after 2 and up to 2");
        assertThatThrownBy(() -> new Ruler(0, List.of(amount(0)))).hasMessage("an axis has a length: 0");
    }

    @Test
    void barsStandBesideTheirAxisAndTheirLabels() {
        assertThatThrownBy(() -> new GroupedBars.Panel("p", TO_2, List.of(List.of(Optional.of(amount(3))))))
                .hasMessage("3 is beyond the end of the axis, 2");
        GroupedBars.Panel panel = new GroupedBars.Panel("p", TO_2, List.of(List.of(Optional.of(amount(1)))));
        assertThatThrownBy(() -> new GroupedBars("n", "t", "s", List.of("a", "b"), List.of("g"), List.of(panel)))
                .hasMessage("p has 1 bars, not 2");
        assertThatThrownBy(() -> new GroupedBars("n", "t", "s", List.of("a"), List.of(), List.of(panel)))
                .hasMessage("p has 1 groups, not 0");
    }

    @Test
    void eachLayerHasItsBar() {
        LayerBars.Network network = new LayerBars.Network("a", List.of(new LayerBars.Layer("conv", Paint.REST)));
        LayerBars.Row without = new LayerBars.Row("p", TO_2, List.of(new LayerBars.Bars("0", List.of())));
        LayerBars.Row none = new LayerBars.Row("p", TO_2, List.of());

        assertThatThrownBy(() -> new LayerBars("n", "t", "s", List.of(), List.of(network), List.of(without)))
                .hasMessage("p has not a bar for each layer of a");
        assertThatThrownBy(() -> new LayerBars("n", "t", "s", List.of(), List.of(network), List.of(none)))
                .hasMessage("p is of 0 networks");
    }

    @Test
    void eachRowHasItsStack() {
        StackedShares.Panel panel = new StackedShares.Panel("p", List.of());

        assertThatThrownBy(() -> new StackedShares("n", "t", "s", List.of(), List.of("a"), List.of(panel)))
                .hasMessage("p has not a stack for each row");
    }

    @Test
    void pointsLieBetweenTheEndsOfTheirAxes() {
        Scatter.Axis axis = new Scatter.Axis("work", true, List.of(amount(1), amount(10)));
        assertThatThrownBy(() -> new Scatter.Axis("work", true, List.of(amount(0), amount(10))))
                .hasMessageContaining("no axis");
        assertThatThrownBy(() -> new Scatter.Axis("work", false, List.of(amount(0))))
                .hasMessageContaining("no axis");
        Scatter.Point point = new Scatter.Point("a", Paint.REST, amount(5), amount(11), amount(1));
        assertThatThrownBy(() -> new Scatter("n", "t", "s", axis, axis, List.of(point)))
                .hasMessage("11 is not on the axis of work");
    }

    @Test
    void coloursComeAgainAfterTheLast() {
        assertThat(Paint.series(8)).isEqualTo(Paint.series(0));
        assertThat(Paint.step(0, 5).number()).isEqualTo(1);
        assertThat(Paint.step(4, 5).number()).isEqualTo(6);
        assertThat(Paint.step(0, 1).number()).isEqualTo(6);
        assertThat(Paint.step(99, 100).number()).isEqualTo(6);
        assertThatThrownBy(() -> new Paint(Paint.Sort.HEAT, 7)).hasMessage("no such colour: HEAT 7");
    }
}
