package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.report.picture.Heaviest;
import io.archmeter.report.picture.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaviestDrawingTest {
    private static Heaviest.Layer layer(long now, long more) {
        return new Heaviest.Layer("fc", new Quantity(now, "" + now), new Quantity(more, "" + more));
    }

    /** The most has 340 pixels, of which a quarter is new; another half as much, and nothing new. */
    @Test
    void theEndOfABarIsWhatIsNew() {
        Heaviest picture = new Heaviest("heaviest", "", "", "new", List.of(layer(400, 100), layer(200, 0)));
        assertThat(Drawn.bars(picture, "series-0"))
                .containsExactly(new Drawn.Bar("series-0", 356, 255), new Drawn.Bar("series-0", 356, 170));
        assertThat(Drawn.bars(picture, "series-1"))
                .startsWith(new Drawn.Bar("series-1", 356 + 255, 85), new Drawn.Bar("series-1", 356 + 170, 0));
    }

    @Test
    void noMoreIsNewThanThereIs() {
        assertThatThrownBy(() -> layer(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
