package io.archmeter.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.report.picture.ModuleMap.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleMapTest {
    @Test
    void aModuleHasTheSumOfWhatLiesInIt() {
        List<Block> children = List.of(layer("a", 0, 2), layer("b", 3, 3));

        assertThatThrownBy(() -> new Block("m", "m", "", Block.MODULE, List.of(new Quantity(6, "6")), children))
                .hasMessage("m has 6, its children 5");
    }

    @Test
    void levelsCountTheDeepest() {
        Block inner = new Block("m", "m", "", Block.MODULE, List.of(new Quantity(2, "2")), List.of(layer("m.a", 0, 2)));
        Block whole =
                new Block("n", "n", "", Block.MODULE, List.of(new Quantity(3, "3")), List.of(inner, layer("b", 0, 1)));

        assertThat(whole.levels()).isEqualTo(3);
    }

    @Test
    void kindsAreThoseOfLayersInTheirOrder() {
        Block whole = new Block(
                "n",
                "n",
                "",
                Block.MODULE,
                List.of(new Quantity(6, "6")),
                List.of(layer("a", 2, 1), layer("b", 0, 2), layer("c", 2, 3)));
        ModuleMap map = new ModuleMap("map", "", "", List.of("f"), 0, List.of("x", "y", "z"), whole);

        assertThat(map.kindsSeen()).containsExactly(0, 2);
    }

    @Test
    void oneFigureIsDrawnFirst() {
        assertThatThrownBy(() -> new ModuleMap("map", "", "", List.of("f"), 1, List.of("x"), layer("a", 0, 1)))
                .hasMessage("no such figure: 1");
    }

    private static Block layer(String name, int kind, long amount) {
        return new Block(name, name, "", kind, List.of(new Quantity(amount, "")), List.of());
    }
}
