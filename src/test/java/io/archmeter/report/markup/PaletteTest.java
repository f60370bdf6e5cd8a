package io.archmeter.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours that differ enough to be read, in light and in dark (W3C, Web Content Accessibility Guidelines 2.2, 1.4.3 and 1.4.11). */
class PaletteTest {
    private static final double OF_TEXT = 4.5;
    private static final double OF_MARKS = 3.0;

    private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{6});");

    private static final List<String> PAPERS = List.of("paper", "soft");
    private static final List<String> TEXTS = List.of("ink", "faint", "accent", "good", "bad", "warn");
    private static final List<String> MARKS = List.of("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTextCanBeRead(boolean dark) throws IOException {
        Map<String, Integer> colours = colours(dark);
        for (String paper : PAPERS) {
            for (String text : TEXTS) {
                assertThat(contrast(colours.get(text), colours.get(paper)))
                        .as("%s on %s", text, paper)
                        .isGreaterThanOrEqualTo(OF_TEXT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMarkCanBeSeen(boolean dark) throws IOException {
        Map<String, Integer> colours = colours(dark);
        for (String mark : MARKS) {
            assertThat(contrast(colours.get(mark), colours.get("paper")))
                    .as(mark)
                    .isGreaterThanOrEqualTo(OF_MARKS);
        }
    }

    /** The first block of colours is light, the next one dark. */
    private static Map<String, Integer> colours(boolean dark) throws IOException {
        try (InputStream in = PageResource.class.getResourceAsStream("picture.css")) {
            String[] blocks = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("@media[^{]*dark");
            Map<String, Integer> colours = new HashMap<>();
            Matcher matcher = COLOUR.matcher(blocks[dark ? 1 : 0]);
            while (matcher.find()) {
                colours.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
            return colours;
        }
    }

    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF)
                + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
