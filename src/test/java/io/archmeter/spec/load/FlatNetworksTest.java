package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problems;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Spec;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.flat.FlatCall;
import io.archmeter.spec.flat.FlatFile;
import io.archmeter.spec.flat.FlatModel;
import io.archmeter.spec.library.TextLibrary;
import io.archmeter.spec.parse.SpecParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks that no bundled model is like, yet: several inputs and outputs, shared weights, a head. */
class FlatNetworksTest {
    private static final String TWO_TOWERS = """
            name: towers
            inputs: {left: [3, 8, 8], right: [3, 8, 8], tokens: {shape: [77], dtype: int64}}
            blocks:
              tower:
                layers:
                  conv: {conv: 4, kernel: 3}
                  norm: batchnorm
            layers:
              one: tower
              two: {tower: , from: right, weights: one}
              both: {concat: , from: [one, two]}
              three: {layers: {conv: {conv: 4, kernel: 3}}, from: left, weights: two}
              tokens_on: {identity: , from: tokens}
            outputs: [both, three, tokens_on]
            heads:
              aux: {conv: 2, kernel: 1, from: one}
            """;

    @Test
    void aFileHoldsAllOfThem() {
        Problems problems = new Problems();
        TextFile text = TextFile.of("towers.yaml", TWO_TOWERS.getBytes(StandardCharsets.UTF_8));
        Spec spec = SpecParser.parse("towers.yaml", TextLibrary.of(text), problems);
        List<FlatCall> calls = new ArrayList<>();
        Graph graph = ModelInstantiation.graph(spec, Optional.empty(), LoadOptions.DEFAULT, calls::add, problems);
        byte[] bytes = new FlatFile(Map.of(), FlatModel.of(graph, calls)).bytes();

        assertThat(FlatFile.of(bytes).orElseThrow().model().graph(1)).isEqualTo(graph);
    }
}
