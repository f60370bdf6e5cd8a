package io.archmeter.onnx.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operator on values.
 *
 * @param number its place among all nodes of a model
 * @param name as the file has it; may be empty, and others may have the same
 * @param prefix the names of the calls of functions that it comes from, each with a slash after it; mostly empty
 * @param domain that of its operator; empty for {@code ai.onnx}
 * @param version that of its domain's operators
 * @param inputs what it takes; empty where an input is left out
 * @param outputs what it makes; empty where nobody wants an output
 * @param metadata what an exporter says of it
 */
public record ModelNode(
        int number,
        String name,
        String prefix,
        String domain,
        String operator,
        long version,
        NodeAttributes attributes,
        List<Optional<ModelValue>> inputs,
        List<Optional<ModelValue>> outputs,
        Map<String, String> metadata) {
    public ModelNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Its operator with its domain: {@code Conv}, {@code com.microsoft.FusedConv}. */
    public String qualifiedOperator() {
        return domain.isEmpty() ? operator : domain + "." + operator;
    }

    /** What people know it by: its name, or that of what it makes. */
    public String label() {
        String own = !name.isEmpty()
                ? name
                : outputs.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(ModelValue::name)
                        .orElse(operator);
        return prefix + own;
    }
}
