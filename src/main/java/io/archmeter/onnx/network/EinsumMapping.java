package io.archmeter.onnx.network;

import io.archmeter.op.Einsum;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sums of products. An equation with dots has no letter for each axis, and stays as it is. */
final class EinsumMapping {
    static final Mapping EINSUM = call -> {
        String equation = call.attributes().text("equation").orElse("").replace(" ", "");
        if (equation.isEmpty() || equation.contains(".")) {
            return Optional.empty();
        }
        int arrow = equation.indexOf("->");
        String terms = arrow < 0 ? equation : equation.substring(0, arrow);
        String output = arrow < 0 ? once(terms) : equation.substring(arrow + 2);
        List<Integer> operands = IntStream.range(0, call.inputs()).boxed().toList();
        return Optional.of(Mapped.of(new Einsum(List.of(terms.split(",", -1)), output), operands));
    };

    private EinsumMapping() {}

    /** Without an arrow, the letters that stand there once are the output's, in their order in the alphabet. */
    private static String once(String terms) {
        TreeMap<Character, Integer> letters = new TreeMap<>();
        for (char letter : terms.replace(",", "").toCharArray()) {
            letters.merge(letter, 1, Integer::sum);
        }
        return letters.entrySet().stream()
                .filter(letter -> letter.getValue() == 1)
                .map(letter -> String.valueOf(letter.getKey()))
                .collect(Collectors.joining());
    }
}
