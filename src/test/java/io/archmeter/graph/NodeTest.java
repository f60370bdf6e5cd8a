package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NodeTest {
    private record Layer() implements Op {
        @Override
        public String kind() {
            return "layer";
        }
    }

    private static Node node(List<Operand> inputs, List<WeightUse> weights) {
        return new Node(
                "node", new Layer(), inputs, weights, List.of(9), false, false, Span.of("test.yaml"), List.of());
    }

    @Test
    void weightsOfItsOwnHaveNumbersInARow() {
        Node node = node(
                List.of(Operand.value(4)), new ConsecutiveUses<>(List.of("weight", "bias"), Function.identity(), 7));

        assertThat(node.weightNumber(0)).isEqualTo(7);
        assertThat(node.weightNumber(1)).isEqualTo(8);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> node.weightNumber(2));
        assertThat(node.values()).containsExactly(4);
        assertThat(node.weightNumbers()).containsExactly(7, 8);
    }

    @Test
    void aWeightThatIsComputedIsAValueThatItTakes() {
        Node node = node(
                List.of(Operand.value(4), Operand.weight(2), Operand.value(4)),
                List.of(new WeightUse("weight", Operand.value(5)), new WeightUse("bias", Operand.weight(3))));

        assertThat(node.weightNumber(0)).isEqualTo(Node.COMPUTED);
        assertThat(node.weightNumber(1)).isEqualTo(3);
        assertThat(node.values()).containsExactly(4, 4, 5);
        assertThat(node.weightNumbers()).containsExactly(2, 3);
    }
}
