package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.TypeMessage;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.OnnxModel;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what is said from outside fits the model: its names, ranks and numbers. */
final class BindingCheck {
    private static final String LISTS = "'archmeter inputs' lists what can be said";

    private final OnnxModel model;
    private final Bindings bindings;
    private final Problems problems;

    BindingCheck(OnnxModel model, Bindings bindings, Problems problems) {
        this.model = model;
        this.bindings = bindings;
        this.problems = problems;
    }

    /** What is said of inputs: before anything follows from it. */
    void inputs(Map<Integer, Fact> facts, List<OpenExtent> open) {
        ranks();
        elements(facts);
        batches(open);
    }

    /**
     * The names of all that is said.
     *
     * @param values the names of values that were bound, and are no inputs
     */
    void names(BoundInputs inputs, Set<String> values) {
        List<String> known = new ArrayList<>();
        for (OpenExtent extent : inputs.open()) {
            known.add(extent.bindable());
            known.add(extent.qualified());
        }
        List<String> given =
                model.main().inputs().stream().map(ModelValue::name).toList();
        known.addAll(given);
        List<String> shapes = new ArrayList<>(bindings.shapes().keySet());
        shapes.removeAll(given);
        shapes.removeAll(values);
        List<String> unknown = new ArrayList<>(inputs.unknownNames(values));
        unknown.addAll(shapes);
        for (String name : unknown) {
            problems.add(
                    Span.of("--bind " + name),
                    "unknown-binding",
                    "the file leaves nothing open that is called so",
                    remedy(name, known.stream().distinct().toList()));
        }
        for (String name : bindings.elements().keySet()) {
            if (!given.contains(name)) {
                problems.add(Span.of("--set " + name), "unknown-binding", "no input is called so", remedy(name, given));
            }
        }
    }

    private static String remedy(String name, List<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> "did you mean '" + nearest + "'? " + LISTS)
                .orElse(LISTS);
    }

    private void ranks() {
        for (ModelValue input : model.main().inputs()) {
            Shape bound = bindings.shapes().get(input.name());
            if (bound != null
                    && model.declared().get(input.number()) instanceof TypeMessage.Tensor tensor
                    && tensor.dimensions().isPresent()
                    && tensor.dimensions().get().size() != bound.rank()) {
                problems.add(
                        Span.of("--bind " + input.name()),
                        "bad-binding",
                        "'" + bound + "' has " + axes(bound.rank()) + ", and the file declares "
                                + axes(tensor.dimensions().get().size()),
                        "give an extent for each axis, the batch among them; " + LISTS);
            }
        }
    }

    private static String axes(int rank) {
        return rank + (rank == 1 ? " axis" : " axes");
    }

    private void elements(Map<Integer, Fact> facts) {
        for (ModelValue input : model.main().inputs()) {
            List<FollowedElement> given = bindings.elements().get(input.name());
            if (given == null || !(facts.get(input.number()) instanceof Fact.Tensor tensor)) {
                continue;
            }
            Span place = Span.of("--set " + input.name());
            if (!tensor.type().isWhole() && tensor.type() != DType.BOOL) {
                problems.add(
                        place,
                        "bad-binding",
                        "the elements of this input are " + tensor.type() + ", and decide nothing",
                        "leave it out: costs follow from whole numbers alone");
            } else if (tensor.shape().unknown().isEmpty() && tensor.shape().elements() != given.size()) {
                problems.add(
                        place,
                        "bad-binding",
                        "this input has " + count(tensor.shape().elements()) + ", and " + given.size()
                                + (given.size() == 1 ? " is" : " are") + " given",
                        "give them all, with commas between them, as in shape=1,16");
            }
        }
    }

    private static String count(long elements) {
        return elements + (elements == 1 ? " element" : " elements");
    }

    /** A batch that is said twice, with two numbers. */
    private void batches(List<OpenExtent> open) {
        Optional<Long> batch = bindings.batch();
        String others = open.stream()
                .filter(extent -> extent.axis() == 0 && BoundInputs.isBatch(extent.name(), 2))
                .filter(extent -> extent.saidBy().equals(Optional.of("--bind")))
                .filter(extent -> batch.isPresent() && extent.extent().orElse(batch.get()) != batch.get())
                .map(extent -> extent.bindable() + "=" + extent.extent().getAsLong())
                .distinct()
                .collect(Collectors.joining(","));
        if (!others.isEmpty()) {
            problems.add(
                    Span.of("--batch"),
                    "bad-binding",
                    "--batch says " + batch.get() + ", and --bind says " + others,
                    "say how large the batch is once");
        }
    }
}
