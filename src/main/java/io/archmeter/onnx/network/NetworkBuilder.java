package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Input;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Stored;
import io.archmeter.graph.WeightUse;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.OnnxRegion;
import io.archmeter.op.Storage;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a graph together, a layer after the other. */
final class NetworkBuilder {
    private final InferredModel model;
    private final Span place;
    private final Folded constants;
    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);
    private final Map<Integer, Integer> values = new HashMap<>();
    private final LayerNames names;
    private final StoredWeights weights;
    private final OnnxOperators operators;
    private final ConstantForms forms;

    private final boolean allNodes;

    /** @param allNodes whether nodes that only make shapes are layers too */
    NetworkBuilder(InferredModel model, boolean allNodes) {
        this.model = model;
        this.allNodes = allNodes;
        this.place = Span.of(model.model().file().name());
        this.constants = new Folded(model);
        this.names = new LayerNames(constants);
        this.weights = new StoredWeights(model, constants, names, draft);
        this.operators = new OnnxOperators(model.model().file());
        this.forms = new ConstantForms(model, constants, weights, operators);
    }

    /** The graph with what the file calls its parts, which nobody needs to count. */
    NamedGraph named() {
        Graph graph = graph();
        Map<String, Integer> named = new LinkedHashMap<>();
        model.nodes().stream()
                .flatMap(node -> node.node().outputs().stream().flatMap(Optional::stream))
                .filter(value -> values.containsKey(value.number()))
                .forEach(value -> named.put(value.name(), values.get(value.number())));
        return new NamedGraph(graph, named, weights.names());
    }

    Graph graph() {
        OpenExtents.refuseNeeded(model, place);
        if (model.model().main().inputs().isEmpty()) {
            throw new ProblemException(Problem.at(
                    place,
                    "no-input",
                    "the network takes nothing",
                    "give it an input: what is always the same costs nothing"));
        }
        for (ModelValue input : model.model().main().inputs()) {
            Output known = output("", model.facts().get(input.number()));
            Input batched = new Input(model.hasBatch(input, known.shape()));
            values.put(
                    input.number(),
                    draft.addInput(names.unique(input.name()), batched, known.shape(), known.type(), place));
        }
        LayerNodes layers = new LayerNodes(model, constants, allNodes);
        Fusions fusions = allNodes ? new Fusions(layers.inOrder()) : new Fusions(model, constants, layers.inOrder());
        names.assign(fusions.named());
        for (InferredNode node : layers.inOrder()) {
            Optional<Fused> fused = fusions.endingWith(node);
            if (fused.isPresent()) {
                add(fused.get());
            } else if (!fusions.isWithin(node)) {
                add(node, layers);
            }
        }
        List<Integer> outputs = outputs();
        Graph graph = draft.graph(LayerNames.model(place.file()), Origins.title(model.model()), outputs);
        List<String> notes = new ArrayList<>(Origins.notes(model, layers.arithmetic(), fusions.text()));
        FoldedNormalization.note(layers.inOrder(), names).ifPresent(notes::add);
        weights.noteOfAbsent().ifPresent(notes::add);
        InputElements inputs = new InputElements(model);
        return graph.withNotes(notes).with(new Stored(forms, forms.forms(), inputs.said(), inputs.below()));
    }

    /** Those that are computed, or were given; one that is always the same is none of a network. */
    private List<Integer> outputs() {
        List<Integer> outputs = new ArrayList<>();
        for (ModelValue output : model.outputs()) {
            Integer value = values.get(model.resolved(output.number()));
            if (value != null) {
                outputs.add(value);
            }
        }
        if (outputs.isEmpty()) {
            throw new ProblemException(Problem.at(
                    place,
                    "no-output",
                    "all that the network puts out is the same at each run",
                    "give it an output that is computed of its inputs"));
        }
        return outputs;
    }

    private void add(InferredNode node, LayerNodes layers) {
        String name = names.of(node);
        List<Output> outputs = new ArrayList<>();
        List<ModelValue> made = new ArrayList<>();
        for (int slot = 0; slot < node.node().outputs().size(); slot++) {
            Optional<ModelValue> value = node.node().outputs().get(slot);
            if (value.isPresent()) {
                outputs.add(output(
                        made.isEmpty() ? "" : value.get().name(),
                        node.outcome().outputs().get(slot)));
                made.add(value.get());
            }
        }
        if (outputs.isEmpty()) {
            return;
        }
        Optional<Mapped> mapped = mapped(node, outputs, made, layers);
        int count = mapped.map(found -> found.outputs().size()).orElse(outputs.size());
        int first = mapped.isPresent()
                ? draft.add(
                        name,
                        mapped.get().op(),
                        mapped.get().operands().stream()
                                .map(slot -> operand(node, slot))
                                .toList(),
                        uses(node, name, mapped.get()),
                        renamed(outputs.subList(0, count), mapped.get().outputs()),
                        false,
                        place)
                : addAsItIs(node, name, outputs);
        for (ModelValue value : made.subList(0, count)) {
            values.put(value.number(), first++);
        }
    }

    /** Outputs that nobody takes, as the mask of a dropout, need not be made: without them first. */
    private Optional<Mapped> mapped(InferredNode node, List<Output> outputs, List<ModelValue> made, LayerNodes layers) {
        Optional<Mapped> alone = made.size() > 1 && made.stream().skip(1).noneMatch(layers::isNeeded)
                ? Mappings.of(new MappingCall(node, constants, 1), outputs.subList(0, 1))
                : Optional.empty();
        return alone.isPresent() ? alone : Mappings.of(new MappingCall(node, constants, made.size()), outputs);
    }

    private void add(Fused fused) {
        ModelValue made = fused.last().node().outputs().get(0).orElseThrow();
        String name = names.of(fused.named());
        fused.pieces().forEach(piece -> names.belongs(piece, name));
        List<WeightUse> uses = new ArrayList<>();
        for (Fused.Weight weight : fused.weights()) {
            uses.addAll(uses(weight.slot().node(), name, List.of(weight.role())));
        }
        int value = draft.add(
                name,
                fused.op(),
                List.of(operand(fused.operand().node(), fused.operand().input())),
                uses,
                List.of(output("", fused.last().outcome().outputs().get(0))),
                false,
                place);
        values.put(made.number(), value);
    }

    private static List<Output> renamed(List<Output> outputs, List<Output> mapped) {
        List<Output> renamed = new ArrayList<>();
        for (int slot = 0; slot < outputs.size(); slot++) {
            Output output = outputs.get(slot);
            renamed.add(new Output(mapped.get(slot).name(), output.shape(), output.type()));
        }
        return renamed;
    }

    /** An operator that the catalogue does not have. Constants are its weights. */
    private int addAsItIs(InferredNode node, String name, List<Output> outputs) {
        List<Operand> operands = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        List<WeightUse> uses = new ArrayList<>();
        List<OnnxInput> given = new ArrayList<>();
        for (int slot = 0; slot < node.node().inputs().size(); slot++) {
            Optional<ModelValue> value = node.node().inputs().get(slot);
            boolean computed = value.isPresent() && isComputed(value.get());
            if (computed) {
                Operand operand = operand(node, slot);
                given.add(new OnnxInput.Computed(operands.size(), draft.type(operand)));
                operands.add(operand);
                shapes.add(draft.shape(operands.get(operands.size() - 1)));
            } else if (value.isPresent() && constants.isConstant(value.get()) && !ContentInputs.has(node, slot)) {
                String role = ParameterRules.role(node, slot);
                Output constant = output("", node.inputs().get(slot).orElseThrow());
                given.add(new OnnxInput.Constant(role, constant.shape(), constant.type()));
                uses.addAll(weights.uses(node, slot, role));
                forms.take(name, role, value.get());
            } else {
                given.add(OnnxOperators.known(node.inputs().get(slot)));
            }
        }
        uses.addAll(weights.ofContents(node, Set.of()));
        Storage storage = storage(node, shapes, outputs);
        Map<String, OnnxRegion> regions = regions(node, name, operands, uses);
        operands.subList(shapes.size(), operands.size()).forEach(taken -> shapes.add(draft.shape(taken)));
        OnnxOperator op = operators.of(node, regions, given, shapes, outputs, storage);
        return draft.add(name, op, operands, uses, outputs, false, place);
    }

    /**
     * The regions of a node. What they take is operands of the layer, and weights; where something is missing, they cannot run.
     *
     * @param operands to which those of the regions are added
     * @param uses to which the weights of the regions are added
     */
    private Map<String, OnnxRegion> regions(
            InferredNode node, String name, List<Operand> operands, List<WeightUse> uses) {
        Map<Integer, Integer> taken = new HashMap<>();
        RegionConstants inside = new RegionConstants(model, weights, uses);
        boolean complete = true;
        for (ModelValue value :
                TakenByRegions.of(node.node().attributes().regions().values())) {
            if (constants.isConstant(value)) {
                inside.role(node, value).ifPresent(role -> forms.take(name, role, value));
            } else if (isComputed(value)) {
                taken.put(value.number(), operands.size());
                operands.add(Operand.value(values.get(model.resolved(value.number()))));
            } else {
                complete = false;
            }
        }
        return complete ? new LayerRegions(model, operators, inside.roles()).of(node.node(), taken) : Map.of();
    }

    /** A place is only taken over from something that is computed and has the same size. */
    private static Storage storage(InferredNode node, List<Shape> inputs, List<Output> outputs) {
        boolean fits = !inputs.isEmpty()
                && outputs.size() == 1
                && inputs.get(0).hasAsManyElements(outputs.get(0).shape());
        return fits ? node.outcome().storage() : Storage.OWN;
    }

    private boolean isComputed(ModelValue value) {
        return values.containsKey(model.resolved(value.number()));
    }

    private Operand operand(InferredNode node, int slot) {
        ModelValue value = node.node().inputs().get(slot).orElseThrow();
        Integer computed = values.get(model.resolved(value.number()));
        return computed == null ? Operand.weight(weights.number(value, node, slot)) : Operand.value(computed);
    }

    private List<WeightUse> uses(InferredNode node, String name, Mapped mapped) {
        List<WeightUse> uses = uses(node, name, mapped.roles());
        Set<Integer> taken = new HashSet<>(mapped.operands());
        mapped.roles().forEach(role -> taken.add(role.slot()));
        uses.addAll(weights.ofContents(node, taken));
        return uses;
    }

    private List<WeightUse> uses(InferredNode node, String name, List<Mapped.Role> roles) {
        List<WeightUse> uses = new ArrayList<>();
        for (Mapped.Role role : roles) {
            if (role.stored() == Mapped.Stored.MISSING) {
                forms.miss(name, role.name());
                continue;
            }
            uses.addAll(uses(node, role.slot(), role.name()));
            ModelValue value = node.node().inputs().get(role.slot()).orElseThrow();
            if (!isComputed(value)) {
                forms.take(name, role, value);
            }
        }
        return uses;
    }

    private List<WeightUse> uses(InferredNode node, int slot, String role) {
        ModelValue value = node.node().inputs().get(slot).orElseThrow();
        return isComputed(value) ? List.of(new WeightUse(role, operand(node, slot))) : weights.uses(node, slot, role);
    }

    /** A value of which not even the rank is known stands as one extent that is not known. */
    static Output output(String name, Fact fact) {
        if (fact instanceof Fact.Tensor tensor) {
            return new Output(name, tensor.shape(), tensor.type());
        }
        DType type = fact instanceof Fact.AnyTensor any ? any.type() : DType.FLOAT32;
        return new Output(name, Shape.ofAxes(List.of(fact.unknown().orElse(Extent.Unknown.HERE))), type);
    }
}
