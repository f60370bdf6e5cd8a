package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.WrittenModel;
import io.archmeter.facts.Cost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostTreeTest {
    private static final CostReport SMALL = WrittenModel.of("""
                    input: [3, 4, 4]
                    layers:
                      stem:
                        conv: {conv: 8, kernel: 3, padding: 1}
                        relu: relu
                      single: {inner: {maxpool: 2}}
                      body:
                        first: {a: {conv: 8, kernel: 1}, b: relu}
                        last: relu
                    """).analyze();

    /**
     * By hand: the first convolution has 8·3·9 + 8 = 224 parameters and 8·16·27 = 3,456 multiply-adds; the second, at 2×2, has 8·8 + 8 = 72 and
     * 8·4·8 = 256.
     */
    @Test
    void modulesHaveTheSumsOfTheirLayers() {
        List<CostTree> top = CostTree.of(SMALL);

        assertThat(top).extracting(CostTree::path).containsExactly("stem", "single.inner", "body");
        assertThat(top.get(0).cost().cost().parameters()).isEqualTo(224);
        assertThat(top.get(0).cost().cost().multiplyAdds()).isEqualTo(3_456);
        assertThat(top.get(2).cost().cost().parameters()).isEqualTo(72);
        assertThat(top.get(2).cost().cost().multiplyAdds()).isEqualTo(256);
        assertThat(top.get(2).rows()).isEqualTo(3);
    }

    @Test
    void aLabelIsWhatAPathHasBeyondItsModule() {
        CostTree body = CostTree.of(SMALL).get(2);

        assertThat(body.label()).isEqualTo("body");
        assertThat(body.children()).extracting(CostTree::label).containsExactly("first", "last");
        assertThat(body.children().get(0).children())
                .extracting(CostTree::label)
                .containsExactly("a", "b");
    }

    @Test
    void aModuleOfOneLayerIsThatLayer() {
        CostTree single = CostTree.of(SMALL).get(1);

        assertThat(single.isModule()).isFalse();
        assertThat(single.cost().operator()).isEqualTo("maxpool");
    }

    @Test
    void foldedRowsAreLeaves() {
        List<CostTree> top = CostTree.of(SMALL.folded(1));

        assertThat(top).extracting(CostTree::path).containsExactly("stem", "single.inner", "body");
        assertThat(top).noneMatch(CostTree::isModule);
        assertThat(top.get(2).cost().operator()).isEqualTo(LayerCost.MODULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet50", "googlenet", "vit_b_16", "densenet121", "gpt2"})
    void eachRowIsThereOnceAndAllSumsAreRight(String model) {
        CostReport report = BundledModels.costs(model);
        List<LayerCost> leaves = new ArrayList<>();
        CostTree.of(report).forEach(tree -> collect(tree, leaves));

        assertThat(leaves).containsExactlyInAnyOrderElementsOf(report.layers());
        assertThat(CostTree.of(report).stream().map(tree -> tree.cost().cost()).reduce(Cost.ZERO, Cost::plus))
                .isEqualTo(report.total());
    }

    private static void collect(CostTree tree, List<LayerCost> leaves) {
        if (!tree.isModule()) {
            leaves.add(tree.cost());
            return;
        }
        Cost sum = Cost.ZERO;
        for (CostTree child : tree.children()) {
            assertThat(child.path()).startsWith(tree.path() + ".");
            collect(child, leaves);
            sum = sum.plus(child.cost().cost());
        }
        assertThat(tree.cost().cost()).as(tree.path()).isEqualTo(sum);
    }
}
