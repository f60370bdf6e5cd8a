package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.file.AttributeMessage.Content;
import io.archmeter.onnx.file.TensorMessage;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.NodeAttributes;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A node as a line of text, and what its rule says of it.
 *
 * @param operator with its domain in front, if that is not ONNX's own
 * @param attributes {@code axis=1 pads=[0,0,1,1] mode=linear equation='i j, j k'}
 * @param inputs {@code float32:2x3}, {@code float32:scalar}, {@code float32:*} of no known rank, {@code int64:2=[3,?]} with its elements,
 *     {@code -} if left out
 */
record OperatorRow(String operator, long version, String attributes, String inputs) {
    /** Blanks that are in no list and in no quotes. */
    private static final String BETWEEN = " +(?=(?:[^']*'[^']*')*[^']*$)(?![^\\[]*\\])";

    /** What comes out, each output as the inputs are written, elements where {@code expected} has some; or {@code refused: CODE}. */
    String outputs(String expected) {
        List<String> wanted = Arrays.asList(expected.split(BETWEEN));
        try {
            Outcome outcome = outcome(wanted);
            List<String> found = new ArrayList<>();
            for (int slot = 0; slot < wanted.size(); slot++) {
                String output = wanted.get(slot);
                found.add(output.equals("-") ? "-" : text(outcome.outputs().get(slot), output.contains("=")));
            }
            return String.join(" ", found);
        } catch (Refusal refusal) {
            return "refused: " + refusal.code();
        } catch (UnknownException notKnown) {
            return "?";
        }
    }

    /** A number, or {@code ?}; empty where the node is refused. */
    String multiplyAdds(String expected) {
        try {
            return String.valueOf(outcome(Arrays.asList(expected.split(BETWEEN)))
                    .work()
                    .multiplyAdds()
                    .value());
        } catch (UnknownException notKnown) {
            return "?";
        } catch (Refusal refusal) {
            return "";
        }
    }

    private Outcome outcome(List<String> wanted) {
        int dot = operator.lastIndexOf('.');
        String domain = dot < 0 ? "" : operator.substring(0, dot);
        String name = operator.substring(dot + 1);
        List<Optional<Fact>> facts = new ArrayList<>();
        for (String input : inputs.isBlank() ? new String[0] : inputs.split(BETWEEN)) {
            facts.add(input.equals("-") ? Optional.empty() : Optional.of(fact(input)));
        }
        List<Optional<ModelValue>> values = new ArrayList<>();
        facts.forEach(fact -> values.add(fact.map(any -> new ModelValue(values.size(), "in" + values.size()))));
        List<Optional<ModelValue>> outputs = new ArrayList<>();
        for (String output : wanted) {
            outputs.add(
                    output.equals("-")
                            ? Optional.empty()
                            : Optional.of(new ModelValue(values.size() + outputs.size(), "out" + outputs.size())));
        }
        NodeAttributes given = new NodeAttributes(written(), Map.of());
        ModelNode node = new ModelNode(0, "node", "", domain, name, version, given, values, outputs, Map.of());
        NodeRule rule = OnnxRules.find(domain, name).orElseThrow();
        return rule.infer(new NodeCall(node, facts, new NoRegions()));
    }

    private Map<String, Content> written() {
        Map<String, Content> contents = new HashMap<>();
        for (String attribute : attributes.isBlank() ? new String[0] : attributes.split(BETWEEN)) {
            int equals = attribute.indexOf('=');
            contents.put(attribute.substring(0, equals), content(attribute.substring(equals + 1)));
        }
        return contents;
    }

    private static Content content(String written) {
        if (written.startsWith("[")) {
            List<String> parts = parts(written);
            if (parts.stream().allMatch(part -> part.matches("-?\\d+"))) {
                return new AttributeMessage.Wholes(
                        parts.stream().map(Long::valueOf).toList());
            }
            return parts.stream().allMatch(part -> part.matches("-?\\d+\\.\\d+"))
                    ? new AttributeMessage.Reals(
                            parts.stream().map(Float::valueOf).toList())
                    : new AttributeMessage.Texts(parts);
        }
        if (written.matches("-?\\d+")) {
            return new AttributeMessage.Whole(Long.parseLong(written));
        }
        return written.matches("-?\\d+\\.\\d+")
                ? new AttributeMessage.Real(Float.parseFloat(written))
                : new AttributeMessage.Text(written.replace("'", ""));
    }

    private static List<String> parts(String list) {
        String inside = list.substring(1, list.length() - 1);
        return inside.isEmpty() ? List.of() : Arrays.asList(inside.split(","));
    }

    private static Fact fact(String written) {
        DType type = DType.valueOf(written.substring(0, written.indexOf(':')).toUpperCase(Locale.ROOT));
        String rest = written.substring(written.indexOf(':') + 1);
        if (rest.equals("*")) {
            return new Fact.AnyTensor(type, new Extent.Unknown("file"));
        }
        int equals = rest.indexOf('=');
        Shape shape = shape(equals < 0 ? rest : rest.substring(0, equals));
        return equals < 0
                ? Fact.tensor(type, shape)
                : Fact.tensor(
                        type,
                        shape,
                        parts(rest.substring(equals + 1)).stream()
                                .map(part -> element(type, part))
                                .toList());
    }

    private static Shape shape(String written) {
        List<Extent> axes = new ArrayList<>();
        for (String extent : written.equals("scalar") ? new String[0] : written.split("x")) {
            axes.add(extent.equals("?") ? new Extent.Unknown("file") : Extent.of(Long.parseLong(extent)));
        }
        return Shape.ofAxes(axes);
    }

    private static Element element(DType type, String written) {
        if (written.equals("?")) {
            return new Element.Unknown(new Extent.Unknown("file"));
        }
        if (type == DType.STRING) {
            return new Element.Text(written);
        }
        return type.isWhole() ? Element.of(Long.parseLong(written)) : Element.of(Double.parseDouble(written));
    }

    private static String text(Fact fact, boolean withElements) {
        if (fact instanceof Fact.AnyTensor any) {
            return any.type() + ":*";
        }
        if (!(fact instanceof Fact.Tensor tensor)) {
            return "?";
        }
        String bare = tensor.type() + ":" + (tensor.shape().rank() == 0 ? "scalar" : tensor.shape());
        return withElements && tensor.content().isPresent()
                ? bare + "="
                        + tensor.content().get().elements().stream()
                                .map(OperatorRow::text)
                                .collect(Collectors.joining(",", "[", "]"))
                : bare;
    }

    private static String text(Element element) {
        if (element instanceof Element.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (element instanceof Element.Real real) {
            return String.valueOf(real.value());
        }
        return element instanceof Element.Text text ? text.value() : "?";
    }

    /** Nodes with regions and with tensors in attributes are tested in files. */
    private static final class NoRegions implements NodeCall.RegionInference {
        @Override
        public InferredRegion infer(Region region, List<Fact> inputs) {
            throw new IllegalStateException("a row has no regions");
        }

        @Override
        public Fact constant(TensorMessage tensor) {
            throw new IllegalStateException("a row has no tensors in attributes");
        }
    }
}
