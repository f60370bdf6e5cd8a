package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleColoursTest {
    @Test
    void modulesAreAsDeepAsColoursTellThemApart() {
        ModuleColours colours =
                ModuleColours.of(List.of("input", "block.a.conv", "block.a.relu", "block.b.conv", "head"));

        assertThat(colours.series()).containsExactly("input", "block.a.conv", "block.a.relu", "block.b.conv", "head");
    }

    /** Eight blocks of eight layers have one colour each; with the input they would be nine. */
    @Test
    void whatHasFewTensorsSharesAColour() {
        List<String> names = new ArrayList<>(List.of("input"));
        for (int block = 0; block < 8; block++) {
            for (int layer = 0; layer < 8; layer++) {
                names.add("blocks." + block + ".layer" + layer);
            }
        }

        ModuleColours colours = ModuleColours.of(names);

        assertThat(colours.series())
                .containsExactly(
                        "blocks.0", "blocks.1", "blocks.2", "blocks.3", "blocks.4", "blocks.5", "blocks.6", "others");
        assertThat(colours.of("blocks.2.layer7")).isEqualTo(2);
        assertThat(colours.of("blocks.7.layer0")).isEqualTo(7);
        assertThat(colours.of("input")).isEqualTo(7);
    }

    /** Of twelve equal blocks seven would have colours, and five none. */
    @Test
    void whereMostWouldShareOneTheModulesAroundThemHaveColours() {
        List<String> names = new ArrayList<>(List.of("tokens"));
        for (int block = 0; block < 12; block++) {
            names.add("h." + block + ".attn");
            names.add("h." + block + ".mlp");
        }

        assertThat(ModuleColours.of(names).series()).containsExactly("tokens", "h");
    }

    @Test
    void endsOfNames() {
        assertThat(ModuleColours.end("layer1.0.conv1")).isEqualTo("conv1");
        assertThat(ModuleColours.end("classifier.features.0")).isEqualTo("features.0");
        assertThat(ModuleColours.end("features.0")).isEqualTo("features.0");
        assertThat(ModuleColours.end("conv1")).isEqualTo("conv1");
        assertThat(ModuleColours.end("7")).isEqualTo("7");
    }
}
