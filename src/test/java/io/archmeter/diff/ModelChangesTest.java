package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import io.archmeter.program.Growth;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which model of one list is which of another. */
class ModelChangesTest {
    private static final Settings HALF =
            new Settings(1, Optional.empty(), DType.FLOAT16, false, Optimizer.ADAM, Map.of());

    /** A model of one layer; models with as many features are the same network. */
    private static Snapshot model(String name, int features) {
        return model(name, features, "fc", Settings.DEFAULT);
    }

    private static Snapshot model(String name, int features, String layer, Settings settings) {
        return Sketch.network(name, settings, Sketch.layers(layer + ": linear " + features + " 1x8 -> 1x" + features));
    }

    /** A line for each model. */
    private static String changes(List<Snapshot> before, List<Snapshot> after) {
        return ModelChanges.of(before, after).stream()
                .map(ModelChangesTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(ModelChange change) {
        if (change instanceof ModelChange.Kept kept) {
            return "= " + kept.after().key();
        }
        if (change instanceof ModelChange.Renamed renamed) {
            return "> " + renamed.before().key() + " -> " + renamed.after().key();
        }
        return change instanceof ModelChange.New added
                ? "+ " + added.after().key()
                : "- " + ((ModelChange.Gone) change).before().key();
    }

    @Test
    void aKeyIsTheSameModelWhateverBecameOfIt() {
        assertThat(changes(List.of(model("a", 1), model("b", 2)), List.of(model("b", 1), model("a", 2))))
                .isEqualTo("= b\n= a");
    }

    @Test
    void theSameNetworkUnderAnotherKeyIsRenamed() {
        assertThat(changes(List.of(model("a", 1), model("b", 2)), List.of(model("c", 2), model("a", 1))))
                .isEqualTo("> b -> c\n= a");
    }

    @Test
    void namesOfLayersMayDiffer() {
        assertThat(changes(List.of(model("a", 1)), List.of(model("b", 1, "head.fc", Settings.DEFAULT))))
                .isEqualTo("> a -> b");
    }

    @Test
    void theOneWithTheSameNamesOfLayersComesFirst() {
        Snapshot otherNames = model("x", 1, "head", Settings.DEFAULT);

        assertThat(changes(List.of(otherNames, model("a", 1)), List.of(model("b", 1))))
                .isEqualTo("> a -> b\n- x");
    }

    @Test
    void oneNetworkIsNotTwoOthers() {
        assertThat(changes(List.of(model("a", 1)), List.of(model("b", 1), model("c", 1))))
                .isEqualTo("> a -> b\n+ c");
    }

    @Test
    void otherSettingsAreAnotherModel() {
        assertThat(changes(List.of(model("a", 1)), List.of(model("b", 1, "fc", HALF))))
                .isEqualTo("+ b --dtype float16\n- a");
    }

    /** Each has a model of its own on the other side, which stands far from it. */
    static final class ModelsWithOtherKeys implements IntConsumer {
        @Override
        public void accept(int models) {
            StringBuilder lines = new StringBuilder();
            for (int layer = 0; layer < 30; layer++) {
                lines.append("block.").append(layer).append(": conv 8 k3 1x8x8x8 -> 1x8x8x8\n");
            }
            List<Snapshot> before = new ArrayList<>();
            List<Snapshot> after = new ArrayList<>();
            for (int model = 0; model < models; model++) {
                String own = lines + "fc: linear " + model + " 1x8x8x8 -> 1x8\n";
                before.add(Sketch.network("old" + model, Settings.DEFAULT, Sketch.layers(own)));
                after.add(0, Sketch.network("new" + model, Settings.DEFAULT, Sketch.layers(own)));
            }
            int last = models - 1;

            assertThat(changes(before, after))
                    .hasLineCount(models)
                    .startsWith("> old" + last + " -> new" + last + "\n")
                    .endsWith("\n> old0 -> new0");
        }
    }

    @Test
    void modelsAreNotComparedWithAllOthers() {
        Growth.requireProportional(ModelsWithOtherKeys.class, 500);
    }
}
