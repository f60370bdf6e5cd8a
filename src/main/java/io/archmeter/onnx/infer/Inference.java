package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.TensorMessage;
import io.archmeter.onnx.file.TypeMessage;
import io.archmeter.onnx.model.Constant;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.OnnxModel;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over a model, from its inputs to its outputs. */
public final class Inference implements NodeCall.RegionInference {
    /** Loops are inferred several times, those in them as often again each time. */
    private static final long MOST_IN_REGIONS = 2_000_000;

    /** NumPy and PyTorch take 64; a file that adds an axis at each node has the square of their count. */
    private static final int MOST_AXES = 256;

    private final OnnxModel model;
    private final Bindings bindings;
    private final Constants constants;
    private Problems problems = new Problems();
    private final Map<Integer, Fact> facts = new HashMap<>();
    private final Map<Integer, Integer> aliases = new HashMap<>();
    private final Set<String> unknownOperators = new LinkedHashSet<>();
    private final Set<String> contradicted = new LinkedHashSet<>();
    private final Map<String, Long> boundValues = new HashMap<>();
    private final FollowedTotal followed = new FollowedTotal();

    /** The names of the nodes whose regions are inferred, each with a slash after it. */
    private String around = "";

    private long inRegions;

    private Inference(OnnxModel model, Bindings bindings) {
        this.model = model;
        this.bindings = bindings;
        this.constants = new Constants(model.file());
    }

    /**
     * All that is known of a model.
     *
     * @throws io.archmeter.problem.ProblemException with all inputs that do not go together, and all that is bound by a wrong name
     */
    public static InferredModel of(OnnxModel model, Bindings bindings) {
        return new Inference(model, bindings).infer();
    }

    private InferredModel infer() {
        BoundInputs inputs = new BoundInputs(bindings);
        List<ModelValue> given = model.main().inputs();
        for (ModelValue input : given) {
            facts.put(
                    input.number(),
                    inputs.of(input, Optional.ofNullable(model.declared().get(input.number())), given.size() == 1));
        }
        List<String> warnings = new ArrayList<>(model.warnings());
        warnings.addAll(inputs.notes());
        warnings.addAll(refusedTensors());
        BindingCheck check = new BindingCheck(model, bindings, problems);
        check.inputs(facts, inputs.open());
        problems.throwIfAny();
        InferredRegion main = run(model.main(), "");
        check.names(inputs, boundValues.keySet());
        problems.throwIfAny();
        // Regions that were never entered have constants too, and whoever counts tensors asks for them.
        model.constants()
                .forEach((value, constant) -> facts.computeIfAbsent(value, unseen -> constants.fact(constant)));
        return new InferredModel(
                model,
                main.nodes(),
                main.outputs(),
                facts,
                aliases,
                inputs.open(),
                List.copyOf(unknownOperators),
                List.copyOf(contradicted),
                warnings);
    }

    /** What is wrong with tensors; costs do not need elements that lie where nobody may look. */
    private List<String> refusedTensors() {
        List<String> refused = new ArrayList<>();
        for (Problem problem : model.file().tensorProblems()) {
            if (problem.code().equals(ModelFile.OUTSIDE)) {
                refused.add(problem.fact() + "; it was not opened");
            } else {
                problems.add(problem);
            }
        }
        return refused;
    }

    @Override
    public InferredRegion infer(Region region, List<Fact> inputs) {
        inRegions += region.nodes().size() + 1;
        if (inRegions > MOST_IN_REGIONS) {
            throw new UnknownException(Extent.Unknown.HERE);
        }
        for (int input = 0; input < Math.min(inputs.size(), region.inputs().size()); input++) {
            ModelValue value = region.inputs().get(input);
            Fact given = inputs.get(input);
            facts.put(
                    value.number(),
                    given instanceof Fact.Anything ? declared(value).orElse(given) : given);
        }
        return run(region, around);
    }

    @Override
    public Optional<InferredRegion> attempt(Region region, List<Fact> inputs) {
        Problems before = problems;
        problems = new Problems();
        try {
            InferredRegion inferred = infer(region, inputs);
            return problems.isEmpty() ? Optional.of(inferred) : Optional.empty();
        } catch (ProblemException manyProblems) {
            return Optional.empty();
        } finally {
            problems = before;
        }
    }

    @Override
    public Optional<Fact> declared(ModelValue value) {
        return Optional.ofNullable(model.declared().get(value.number())).map(type -> Declared.fact(type, value.name()));
    }

    private InferredRegion run(Region region, String prefix) {
        List<InferredNode> nodes = new ArrayList<>();
        for (ModelNode node : region.nodes()) {
            List<Optional<Fact>> inputs = new ArrayList<>(node.inputs().size());
            node.inputs().forEach(input -> inputs.add(input.map(value -> followed.given(fact(value)))));
            NodeCall call = new NodeCall(node, inputs, this);
            Optional<Region> taken = Branches.taken(call);
            if (taken.isPresent()) {
                inline(node, taken.get(), prefix, nodes);
            } else {
                add(node, prefix, call, inputs, nodes);
            }
        }
        return new InferredRegion(
                nodes,
                region.outputs(),
                region.outputs().stream().map(this::fact).toList());
    }

    /** A branch that is sure to run stands in place of its node. */
    private void inline(ModelNode node, Region branch, String prefix, List<InferredNode> nodes) {
        String name = branch == node.attributes().regions().get("then_branch") ? "then" : "else";
        InferredRegion inferred = run(branch, prefix + node.label() + "/" + name + "/");
        nodes.addAll(inferred.nodes());
        for (int slot = 0;
                slot < Math.min(node.outputs().size(), inferred.outputs().size());
                slot++) {
            int inner = inferred.outputs().get(slot).number();
            Fact fact = inferred.facts().get(slot);
            node.outputs().get(slot).ifPresent(value -> {
                facts.put(value.number(), fact);
                aliases.put(value.number(), aliases.getOrDefault(inner, inner));
            });
        }
    }

    private void add(
            ModelNode node, String prefix, NodeCall call, List<Optional<Fact>> inputs, List<InferredNode> nodes) {
        String before = around;
        around = prefix + node.label() + "/";
        Outcome outcome = named(node, outcome(node, prefix, call));
        around = before;
        followed.add(inputs, outcome.outputs());
        for (int slot = 0; slot < node.outputs().size(); slot++) {
            Optional<ModelValue> value = node.outputs().get(slot);
            if (value.isPresent()) {
                facts.put(value.get().number(), outcome.outputs().get(slot));
            }
        }
        nodes.add(new InferredNode(node, prefix, inputs, outcome));
    }

    private Outcome outcome(ModelNode node, String prefix, NodeCall call) {
        Optional<NodeRule> rule = OnnxRules.find(node.domain(), node.operator());
        if (rule.isEmpty()) {
            unknownOperators.add(node.qualifiedOperator());
            return unknown(node, call.here(), true);
        }
        try {
            return countable(rule.get().infer(call));
        } catch (UnknownException notKnown) {
            return unknown(node, notKnown.unknown().or(node.label()), OnnxRules.multiplies(node));
        } catch (Refusal refusal) {
            problems.add(new Problem(
                    refusal.code(),
                    Span.of(model.file().name()),
                    prefix + node.label(),
                    refusal.fact(),
                    refusal.remedy()));
        } catch (IndexOutOfBoundsException missing) {
            problems.add(new Problem(
                    "too-few-inputs",
                    Span.of(model.file().name()),
                    prefix + node.label(),
                    node.operator() + " has not all the inputs and attributes that it needs",
                    "export the model again"));
        } catch (ArithmeticException tooLarge) {
            problems.add(new Problem(
                    "overflow",
                    Span.of(model.file().name()),
                    prefix + node.label(),
                    "a tensor has more elements than a 64-bit number can count",
                    "check the extents of the inputs; no machine could run this"));
        }
        return unknown(node, call.here(), OnnxRules.multiplies(node));
    }

    private static Outcome countable(Outcome outcome) {
        for (Fact output : outcome.outputs()) {
            if (output instanceof Fact.Tensor tensor) {
                if (tensor.shape().rank() > MOST_AXES) {
                    throw new UnknownException(Extent.Unknown.HERE);
                }
                tensor.shape().requireCountable();
            }
        }
        return outcome;
    }

    /** @param multiplies whether it may have multiply-adds */
    private static Outcome unknown(ModelNode node, Extent.Unknown origin, boolean multiplies) {
        List<Fact> outputs = new ArrayList<>();
        node.outputs().forEach(output -> outputs.add(new Fact.Anything(origin)));
        Work work = Work.notKnown(origin);
        return new Outcome(
                outputs, multiplies ? work : new Work(Formula.ZERO, Formula.ZERO, work.others()), Storage.OWN);
    }

    /** What is bound or declared of values that are not known, and where it comes from that others are not. */
    private Outcome named(ModelNode node, Outcome outcome) {
        List<Fact> outputs = new ArrayList<>();
        for (int slot = 0;
                slot < Math.max(node.outputs().size(), outcome.outputs().size());
                slot++) {
            Fact fact = slot < outcome.outputs().size()
                    ? outcome.outputs().get(slot)
                    : new Fact.Anything(new Extent.Unknown(node.label()));
            Optional<ModelValue> value =
                    slot < node.outputs().size() ? node.outputs().get(slot) : Optional.empty();
            outputs.add(value.isPresent() ? said(value.get(), from(fact, node.label())) : fact);
        }
        return new Outcome(outputs, outcome.work(), outcome.storage());
    }

    private static Fact from(Fact fact, String origin) {
        return fact instanceof Fact.Tensor tensor && tensor.shape().unknown().isPresent()
                ? new Fact.Tensor(tensor.type(), tensor.shape().from(origin), tensor.content())
                : fact;
    }

    private Fact said(ModelValue value, Fact inferred) {
        Optional<TypeMessage> declared = Optional.ofNullable(model.declared().get(value.number()));
        if (declared.isPresent() && Declared.contradicts(declared.get(), inferred)) {
            contradicted.add(value.name());
        }
        Shape bound = bindings.shapes().get(value.name());
        if (bound != null && inferred.unknown().isPresent()) {
            boundValues.put(value.name(), 0L);
            return Fact.tensor(TypeOf.known(inferred, declared), bound);
        }
        boolean nothing = inferred instanceof Fact.Anything;
        return nothing && declared.isPresent()
                ? Declared.fact(declared.get(), inferred.unknown().get().origin())
                : inferred;
    }

    private Fact fact(ModelValue value) {
        Fact known = facts.get(value.number());
        if (known == null) {
            Constant constant = model.constants().get(value.number());
            known = constant == null ? new Fact.Anything(new Extent.Unknown(value.name())) : constants.fact(constant);
            facts.put(value.number(), known);
        }
        return known;
    }

    @Override
    public Fact constant(TensorMessage tensor) {
        return constants.fact(tensor);
    }
}
