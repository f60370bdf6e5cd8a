package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.align.LayerChange;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How renamed layers are told, a line for many. */
class RenamingTest {
    /** Layers that are called {@code before -> after}. */
    private static List<Renaming> renamed(String... names) {
        return Renaming.of(Stream.of(names)
                .map(pair -> pair.split(" -> "))
                .map(pair -> new LayerChange.Renamed(layer(pair[0]), layer(pair[1])))
                .toList());
    }

    private static LayerSnapshot layer(String name) {
        return Sketch.layers(name + ": relu 1x8 -> 1x8").get(0);
    }

    @Test
    void oneLayerIsTold() {
        assertThat(renamed("stem.conv -> stem.conv1")).containsExactly(new Renaming("stem.conv", "stem.conv1", 1));
    }

    @Test
    void numbersOfASequenceAreARange() {
        assertThat(renamed("features.5 -> features.6", "features.6 -> features.7", "features.7 -> features.9"))
                .containsExactly(new Renaming("features.5 to features.7", "features.6 to features.9", 3));
        assertThat(renamed("layer3.5.conv -> layer3.6.conv", "layer3.5.relu -> layer3.6.relu"))
                .containsExactly(new Renaming("layer3.5.conv to layer3.5.relu", "layer3.6.conv to layer3.6.relu", 2));
    }

    @Test
    void sequencesAreToldApart() {
        assertThat(renamed("a.1 -> a.2", "b.1 -> b.2"))
                .containsExactly(new Renaming("a.1", "a.2", 1), new Renaming("b.1", "b.2", 1));
    }

    @Test
    void aModuleIsAPattern() {
        assertThat(renamed("layer3.0.conv1 -> stage3.0.conv1", "layer3.0.bn1 -> stage3.0.bn1"))
                .containsExactly(new Renaming("layer3.*", "stage3.*", 2));
    }

    @Test
    void aPrefixIsAPattern() {
        assertThat(renamed("stem -> net.stem", "layer1.conv -> net.layer1.conv"))
                .containsExactly(new Renaming("*", "net.*", 2));
    }

    @Test
    void theSameWordInManyModulesIsAPattern() {
        assertThat(renamed("layer1.0.bn1 -> layer1.0.norm1", "layer1.1.bn1 -> layer1.1.norm1", "bn1 -> norm1"))
                .containsExactly(new Renaming("*.bn1", "*.norm1", 3));
    }

    @Test
    void whereOneLayerEndsOtherwiseNoneIsNamedByItsEnd() {
        assertThat(renamed("a.old.bn -> a.new.bn", "b.old.bn -> b.new.bn", "c.old.conv -> c.new.conv"))
                .containsExactly(new Renaming("*.old.*", "*.new.*", 3));
    }

    /** The parts in front are taken first, and what is left of them is not taken again. */
    @Test
    void aPartThatIsRepeatedIsOneMore() {
        assertThat(renamed("net.net -> net.net.net")).containsExactly(new Renaming("net.net", "net.net.net", 1));
        assertThat(renamed("a.1 -> a.a.1", "a.2 -> a.a.2")).containsExactly(new Renaming("a.*", "a.a.*", 2));
    }
}
