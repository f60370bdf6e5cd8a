package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.EditedNetwork.Edit;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Span;
import io.archmeter.program.Growth;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of which not every layer can be held against every other. */
class LongNetworksTest {
    private static final int LAYERS = 2_500;

    /** Layers that are numbered from the first, of which every second is wider by turns of some length. */
    private static Snapshot sequence(int first, int length, int turn, long extent) {
        List<LayerSnapshot> layers = new ArrayList<>();
        for (int layer = first; layer < first + length; layer++) {
            boolean even = layer % 2 == 0;
            layers.add(new LayerSnapshot(
                    "net." + (layer - first),
                    even ? "conv" : "relu",
                    even ? Map.of("channels", PlainValue.Num.of(8 + layer / 2 % turn)) : Map.of(),
                    List.of(Shape.of(1, 8, extent, extent)),
                    Shape.of(1, 8, extent, extent),
                    Map.of(),
                    Span.of("long")));
        }
        return Sketch.network("long", Settings.DEFAULT, layers);
    }

    private static int count(Difference difference, Class<? extends LayerChange> kind) {
        return difference.all(kind).size();
    }

    static final class EditsAmongDistinctLayers implements IntConsumer {
        @Override
        public void accept(int layers) {
            EditedNetwork network = new EditedNetwork(new Random(1), layers, true);
            Snapshot before = network.snapshot();
            for (int edit = 0; edit < 10; edit++) {
                network.edit(Edit.INSERT);
                network.edit(Edit.DELETE);
                network.edit(Edit.RENAME);
            }
            Difference difference = Difference.of(before, network.snapshot());

            assertThat(count(difference, LayerChange.Added.class))
                    .isEqualTo(count(difference, LayerChange.Removed.class))
                    .isBetween(1, 10);
            assertThat(count(difference, LayerChange.Renamed.class)).isBetween(1, 10);
        }
    }

    /** No layer is alone of its kind, and all names have wandered, to layers that do the same or something else. */
    private static void assertRenamed(int layers, int lost) {
        Difference difference = Difference.of(sequence(0, layers, 7, 8), sequence(lost, layers - lost, 7, 8));

        assertThat(count(difference, LayerChange.Removed.class)).isEqualTo(lost);
        assertThat(count(difference, LayerChange.Renamed.class)).isEqualTo(layers - lost);
    }

    static final class SequenceThatLostThree implements IntConsumer {
        @Override
        public void accept(int layers) {
            assertRenamed(layers, 3);
        }
    }

    static final class SequenceThatLostFour implements IntConsumer {
        @Override
        public void accept(int layers) {
            assertRenamed(layers, 4);
        }
    }

    /** It changes all layers and adds none. */
    static final class AnotherInput implements IntConsumer {
        @Override
        public void accept(int layers) {
            Difference difference = Difference.of(sequence(0, layers, 7, 8), sequence(0, layers, 7, 16));

            assertThat(count(difference, LayerChange.Changed.class)).isEqualTo(layers);
        }
    }

    /** Every convolution has other channels, and no name is the same: the relus between them are. */
    static final class LittleInCommon implements IntConsumer {
        @Override
        public void accept(int layers) {
            Difference difference = Difference.of(sequence(0, layers, 7, 8), sequence(1, layers, 11, 8));

            assertThat(difference.layers()).hasSizeBetween(layers, 2 * layers);
        }
    }

    static final class NothingInCommon implements IntConsumer {
        @Override
        public void accept(int layers) {
            EditedNetwork drawn = new EditedNetwork(new Random(2), layers, true);

            Difference difference = Difference.of(sequence(0, layers, 7, 8), drawn.snapshot());

            assertThat(difference.layers()).hasSizeBetween(layers, 2 * layers);
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EditsAmongDistinctLayers.class,
                SequenceThatLostThree.class,
                SequenceThatLostFour.class,
                AnotherInput.class,
                LittleInCommon.class,
                NothingInCommon.class
            })
    void twiceTheLayersTakeTwiceTheSteps(Class<? extends IntConsumer> compared) {
        Growth.requireProportional(compared, LAYERS);
    }
}
