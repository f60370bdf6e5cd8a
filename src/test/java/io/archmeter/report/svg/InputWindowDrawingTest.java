package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.InputWindow;
import io.archmeter.report.picture.InputWindow.Axis;
import io.archmeter.report.writer.ParsedPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The longer side of an input is 120 pixels. */
class InputWindowDrawingTest {
    /** Half of 224 pixels are 60 of 120, and a quarter of them 30. */
    @Test
    void aWindowIsDrawnToScale() {
        assertThat(seen(new Axis(224, 112, 56), new Axis(224, 0, 224)))
                .extracting(ParsedPage.attribute("x"), ParsedPage.attribute("y"))
                .containsExactly("0", "60");
        assertThat(seen(new Axis(224, 112, 56), new Axis(224, 0, 224)))
                .extracting(ParsedPage.attribute("width"), ParsedPage.attribute("height"))
                .containsExactly("120", "30");
    }

    @Test
    void aSequenceIsABar() {
        assertThat(seen(new Axis(100, 50, 25)))
                .extracting(ParsedPage.attribute("x"), ParsedPage.attribute("width"), ParsedPage.attribute("height"))
                .containsExactly("60", "30", "12");
    }

    @Test
    void oneElementOfVeryManyCanBeSeen() {
        assertThat(seen(new Axis(1_000_000, 999_999, 1)))
                .extracting(ParsedPage.attribute("x"), ParsedPage.attribute("width"))
                .containsExactly("119", "1");
    }

    private static Element seen(Axis... axes) {
        InputWindow window = new InputWindow("window", "input", "", List.of(axes));
        return ParsedPage.of(Svg.alone(window)).all("rect", "class", "seen").get(0);
    }
}
