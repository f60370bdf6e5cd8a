package io.archmeter.diff.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.Difference;
import io.archmeter.diff.EditedNetwork;
import io.archmeter.diff.EditedNetwork.Edit;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every difference, on networks that are drawn and edited at random. */
class AlignmentInvariantsTest {
    private static final int MOST_LAYERS = 60;
    private static final int MOST_EDITS = 12;

    /** Two networks of which the second was made from the first. */
    private record Edited(Snapshot before, Snapshot after, int edits, boolean inOrder) {
        static Edited of(long seed, boolean distinct, boolean inOrder) {
            Random random = new Random(seed);
            EditedNetwork network = new EditedNetwork(random, random.nextInt(MOST_LAYERS), distinct);
            Snapshot before = network.snapshot();
            int edits = random.nextInt(MOST_EDITS);
            List<Edit> possible = List.of(Edit.values());
            for (int edit = 0; edit < edits; edit++) {
                int kinds = inOrder ? Edit.MOVE.ordinal() : possible.size();
                network.edit(possible.get(random.nextInt(kinds)));
            }
            return new Edited(before, network.snapshot(), edits, inOrder);
        }

        Difference difference() {
            return Difference.of(before, after);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachLayerIsThereOnce(long seed) {
        Edited edited = Edited.of(seed, seed % 2 == 0, false);
        List<LayerChange> changes = edited.difference().layers();

        assertThat(changes.stream().map(LayerChange::now).flatMap(Optional::stream))
                .containsExactlyElementsOf(edited.after().layers());
        assertThat(changes.stream().map(LayerChange::old).flatMap(Optional::stream))
                .containsExactlyInAnyOrderElementsOf(edited.before().layers());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNetworkIsTheSameAsItself(long seed) {
        Snapshot network = Edited.of(seed, seed % 2 == 0, false).after();
        Difference difference = Difference.of(network, network);

        assertThat(difference.layers()).allMatch(LayerChange.Same.class::isInstance);
        assertThat(difference.isNone()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theWayBackIsTheSameWay(long seed) {
        Edited edited = Edited.of(seed, seed % 2 == 0, false);

        assertThat(Difference.of(edited.after(), edited.before()).layers().stream()
                        .map(AlignmentInvariantsTest::mirrored))
                .containsExactlyInAnyOrderElementsOf(edited.difference().layers());
    }

    private static LayerChange mirrored(LayerChange change) {
        if (change instanceof LayerChange.Same same) {
            return new LayerChange.Same(same.after(), same.before());
        }
        if (change instanceof LayerChange.Renamed renamed) {
            return new LayerChange.Renamed(renamed.after(), renamed.before());
        }
        if (change instanceof LayerChange.Changed changed) {
            return new LayerChange.Changed(changed.after(), changed.before());
        }
        return change instanceof LayerChange.Added added
                ? new LayerChange.Removed(added.after())
                : new LayerChange.Added(((LayerChange.Removed) change).before());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noMoreIsAddedAndRemovedThanWasEdited(long seed) {
        Edited edited = Edited.of(seed, true, false);
        Difference difference = edited.difference();

        assertThat(difference.all(LayerChange.Added.class).size()
                        + difference.all(LayerChange.Removed.class).size())
                .isLessThanOrEqualTo(edited.edits());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void layersThatDidNotMoveKeepTheirOrder(long seed) {
        Edited edited = Edited.of(seed, true, true);
        List<LayerSnapshot> old = edited.before().layers();

        assertThat(edited.difference().layers().stream().map(LayerChange::old).flatMap(Optional::stream))
                .containsExactlyElementsOf(old);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesAddUpToTheDifferenceOfTheTotals(long seed) {
        Edited edited = Edited.of(seed, seed % 2 == 0, false);
        Difference difference = edited.difference();

        for (Metric metric : List.of(Metric.PARAMETERS, Metric.OUTPUT_BYTES, Metric.LAYERS)) {
            long sum = difference.layers().stream()
                    .mapToLong(change -> change.adds(metric).orElseThrow())
                    .sum();
            assertThat(difference.change(metric)).as(metric.toString()).hasValue(sum);
            assertThat(difference.heaviest(metric).stream()
                            .mapToLong(change -> change.adds(metric).orElseThrow())
                            .sum())
                    .isEqualTo(sum);
        }
    }
}
