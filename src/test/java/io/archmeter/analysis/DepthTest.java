package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Nodes;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.op.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks are named for their depth. */
class DepthTest {
    @ParameterizedTest
    @CsvSource({
        // Krizhevsky, Sutskever and Hinton 2012, section 3.5: eight layers with weights.
        "alexnet, 8",
        // Simonyan and Zisserman 2015, Table 1: weight layers of configurations A, B, D and E.
        "vgg11, 11",
        "vgg13, 13",
        "vgg16, 16",
        "vgg19_bn, 19",
        // Szegedy et al. 2015, section 5: 22 layers, if only those with parameters count.
        "googlenet, 22",
        // He et al. 2016, Table 1.
        "resnet18, 18",
        "resnet34, 34",
        "resnet50, 50",
        "resnet101, 101",
        "resnet152, 152",
        // Iandola et al. 2016, Table 1: conv1, eight fire modules of two layers one after the other, conv10.
        "squeezenet1_1, 18"
    })
    void isWhatThePaperSays(String model, long depth) {
        assertThat(Depth.of(Archmeter.load(model).facts(DType.FLOAT32)).exact()).hasValue(depth);
    }

    @Test
    void whatDoesNotLeadToTheOutputDoesNotCount() {
        Nodes nodes = new Nodes(1, 3);
        nodes.add(new Linear(3, true), nodes.add(new Linear(3, true), 0));

        assertThat(Depth.of(NetworkFacts.of(nodes.graph(nodes.add(new Linear(3, true), 0)), DType.FLOAT32))
                        .exact())
                .hasValue(1);
    }
}
