package io.archmeter.onnx.infer;

import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.model.OnnxModelReader;
import io.archmeter.op.Formula;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** ONNX's own node tests: the types and shapes of their outputs, and their multiply-adds. */
final class NodeTests {
    private static final Map<String, String> TYPES = Map.of(
            "float",
            "float32",
            "double",
            "float64",
            "float8e4m3fn",
            "float8_e4m3fn",
            "float8e5m2",
            "float8_e5m2",
            "float8e4m3fnuz",
            "float8_e4m3fnuz",
            "float8e5m2fnuz",
            "float8_e5m2fnuz",
            "float8e8m0",
            "float8_e8m0",
            "float4e2m1",
            "float4_e2m1");

    /** What came after the reference was made has no multiply-adds there. */
    private static final Set<String> UNCOUNTED = Set.of("CausalConvWithState", "FlexAttention", "LinearAttention");

    private NodeTests() {}

    static void main(ReferenceFolder folder, Path unpacked, List<String> names) {
        int right = 0;
        int outputs = 0;
        int wrong = 0;
        Map<String, Integer> failing = new TreeMap<>();
        for (CSVRecord row : folder.rows("nodetests.csv")) {
            String name = row.get("case");
            if (!names.isEmpty() && names.stream().noneMatch(name::contains)) {
                continue;
            }
            Path file = unpacked.resolve(name + ".onnx");
            if (!Files.exists(file)) {
                continue;
            }
            ReferenceFolder.Result result;
            try {
                result = compare(row, file);
            } catch (RuntimeException thrown) {
                result = new ReferenceFolder.Result(name, 0, List.of("" + thrown.getMessage()), List.of());
                if (!names.isEmpty()) {
                    thrown.printStackTrace();
                }
            }
            right += result.right();
            outputs += row.get("outputs").split(" ").length;
            wrong += result.wrong().size();
            if (!result.wrong().isEmpty() || !result.unknown().isEmpty()) {
                failing.merge(row.get("op"), 1, Integer::sum);
                ReferenceFolder.print(result, names.isEmpty() ? 2 : 1000);
            }
        }
        System.out.println("failing: " + failing);
        System.out.println(right + " of " + outputs + " outputs right, " + wrong + " wrong");
    }

    static ReferenceFolder.Result compare(CSVRecord row, Path file) {
        InferredModel model = Inference.of(
                OnnxModelReader.read(ModelFile.read(file, file.getFileName().toString())), bindings(row));
        List<String> unknown = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        List<String> expected = Arrays.asList(row.get("outputs").split(" "));
        for (int slot = 0; slot < expected.size(); slot++) {
            String[] parts = expected.get(slot).split(":");
            String type = parts[parts.length - 2];
            String text = TYPES.getOrDefault(type, type) + " " + parts[parts.length - 1];
            Fact fact = model.facts().get(model.outputs().get(slot).number());
            if (ReferenceFolder.isUnknown(fact)) {
                unknown.add(row.get("op") + " " + expected.get(slot) + ", but " + fact);
            } else if (!ReferenceFolder.text(fact).equals(text)) {
                wrong.add(row.get("op") + " " + expected.get(slot) + ", but " + ReferenceFolder.text(fact));
            } else {
                right++;
            }
        }
        String multiplyAdds = row.get("multiply_adds");
        if (!multiplyAdds.isEmpty() && !multiplyAdds.equals("?") && !UNCOUNTED.contains(row.get("op"))) {
            try {
                long sum = 0;
                for (InferredNode node : model.nodes()) {
                    Formula formula = node.outcome().work().multiplyAdds();
                    sum = Math.addExact(sum, formula.value());
                }
                if (sum != Long.parseLong(multiplyAdds)) {
                    wrong.add(row.get("op") + ": " + sum + " multiply-adds, not " + multiplyAdds);
                }
            } catch (UnknownException notKnown) {
                unknown.add(row.get("op") + ": " + multiplyAdds + " multiply-adds");
            }
        }
        return new ReferenceFolder.Result(row.get("case"), right, unknown, wrong);
    }

    private static Bindings bindings(CSVRecord row) {
        return ReferenceFolder.bindings(row.get("inputs"), row.get("integer_inputs"));
    }
}
