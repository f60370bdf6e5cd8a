package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.Storage;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.op.Work;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An operator of a file that the catalogue does not have: its facts are declared. */
final class DeclaredWords {
    private static final String LEAVE = "leave it to the ONNX file";

    private final Graph graph;
    private final StoredTypes types;
    private final StoredTensors stored;

    DeclaredWords(Graph graph, StoredTypes types, StoredTensors stored) {
        this.graph = graph;
        this.types = types;
        this.stored = stored;
    }

    SaidLayer say(Node node, OnnxOperator op, String path) {
        List<Integer> takes = new ArrayList<>(node.values());
        Map<String, Written> parameters = new LinkedHashMap<>();
        Map<String, SaidLayer.Shared> shared = new LinkedHashMap<>();
        for (WeightUse use : node.weights()) {
            if (use.operand() instanceof Operand.OfWeight) {
                weight(use.operand().number(), path, parameters, shared, takes);
            }
        }
        if (takes.isEmpty()) {
            throw new CannotSay(op.kind() + " takes nothing, and a layer of a spec does", LEAVE);
        }
        Map<String, Written> keys = keys(node, op, parameters);
        return new SaidLayer(
                path,
                CustomWords.KIND,
                Optional.of(Written.text(op.kind())),
                keys,
                takes,
                node.output(),
                Optional.empty(),
                shared,
                node.auxiliary());
    }

    /** One that is learnt is a parameter of the layer, which another may have as well; others are tensors that it takes. */
    private void weight(
            int number,
            String path,
            Map<String, Written> parameters,
            Map<String, SaidLayer.Shared> shared,
            List<Integer> takes) {
        Weight weight = graph.weights().get(number);
        boolean own = weight.kind() == Weight.Kind.PARAMETER
                && types.of(weight.type()) == DType.FLOAT32
                && weight.shape().unknown().isEmpty()
                && (!stored.isTaken(number)
                        || stored.shared(number, declaration("", weight)).isPresent());
        if (own) {
            String name =
                    ValidNames.valid(weight.name()).replaceAll("[.-]", "_").replaceFirst("^([0-9])", "_$1");
            String free = name;
            for (int other = 2; parameters.containsKey(free); other++) {
                free = name + "_" + other;
            }
            WeightDeclaration declared = declaration(free, weight);
            Optional<SaidLayer.Shared> other = stored.shared(number, declared);
            if (other.isPresent() && other.get().layer().equals(path)) {
                // It takes the same tensor twice.
                return;
            }
            parameters.put(free, new Written.Value(CustomWords.shape(weight.shape())));
            if (other.isPresent()) {
                shared.put(free, other.get());
            } else {
                stored.take(number, path, declared);
            }
        } else if (weight.shape().unknown().isPresent()) {
            throw new CannotSay("nobody knows how large its weight " + weight.fullName() + " is", LEAVE);
        } else if (weight.shape().elements() > 0) {
            takes.add(stored.number(stored.asItIs(number)));
        }
    }

    private static WeightDeclaration declaration(String name, Weight weight) {
        return new WeightDeclaration(name, Weight.Kind.PARAMETER, weight.shape(), DType.FLOAT32);
    }

    private Map<String, Written> keys(Node node, OnnxOperator op, Map<String, Written> parameters) {
        List<Value> made = graph.valuesOf(node);
        refuseOtherTypes(made);
        Shape first = node.values().isEmpty()
                ? Shape.of()
                : graph.values().get(node.values().get(0)).shape();
        OptionalLong all = amount(op.work().multiplyAdds());
        OptionalLong effective = amount(op.work().effectiveMultiplyAdds());
        boolean bySample = made.stream().allMatch(value -> hasBatch(value.shape(), first))
                && isFor(all, first)
                && isFor(effective, first)
                && op.work().others().values().stream().allMatch(count -> isFor(amount(count), first));
        long batch = bySample ? first.batch() : 1;
        Map<String, Written> keys = new LinkedHashMap<>();
        keys.put(
                "output",
                new Written.Value(CustomWords.shape(
                        bySample ? made.get(0).shape().sample() : made.get(0).shape())));
        DType type = types.of(made.get(0).type());
        if (type != DType.FLOAT32) {
            keys.put("dtype", Written.text(type.toString()));
        }
        if (made.size() > 1) {
            keys.put("outputs", outputs(node, made, bySample));
        }
        if (!bySample) {
            keys.put("batch", new Written.Value(new PlainValue.Flag(true)));
        }
        keys.put(
                "parameters",
                parameters.isEmpty()
                        ? new Written.Value(PlainValue.Num.of(0))
                        : new Written.Entries(parameters, false));
        keys.put("multiply_adds", amount(all, batch));
        if (!effective.equals(all)) {
            keys.put("effective_multiply_adds", amount(effective, batch));
        }
        keys.put("saved", new Written.Value(CustomWords.UNKNOWN));
        storage(op.storage()).ifPresent(storage -> keys.put("storage", storage));
        others(op.work(), batch).ifPresent(others -> keys.put("others", others));
        return keys;
    }

    private void refuseOtherTypes(List<Value> made) {
        for (Value value : made) {
            if (!DType.IN_SPECS.contains(types.of(value.type()))) {
                throw new CannotSay("a spec has no tensors of " + value.type(), LEAVE);
            }
        }
    }

    /** Empty where outputs have memory of their own, as is usual. */
    private static Optional<Written> storage(Storage storage) {
        if (storage == Storage.IN_PLACE || storage == Storage.VIEW) {
            return Optional.of(Written.text(storage.toString()));
        }
        if (storage != Storage.OWN) {
            throw new CannotSay("its output lies where no declared one can", LEAVE);
        }
        return Optional.empty();
    }

    /** Empty where there are none; not known where one of them is not. */
    private static Optional<Written> others(Work work, long batch) {
        Map<String, Written> counts = new LinkedHashMap<>();
        for (Map.Entry<ElementaryOperation, Formula> kind : work.others().entrySet()) {
            OptionalLong count = amount(kind.getValue());
            if (count.isEmpty()) {
                return Optional.of(new Written.Value(CustomWords.UNKNOWN));
            }
            counts.put(kind.getKey().toString(), amount(count, batch));
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(new Written.Entries(counts, false));
    }

    private Written outputs(Node node, List<Value> made, boolean bySample) {
        Map<String, Written> outputs = new LinkedHashMap<>();
        for (Value value : made.subList(1, made.size())) {
            Shape shape = bySample ? value.shape().sample() : value.shape();
            outputs.put(outputName(value, node), CustomWords.output(shape, types.of(value.type())));
        }
        return new Written.Entries(outputs, false);
    }

    /** The name of an output beside the first, below that of its node. */
    static String outputName(Value value, Node node) {
        String own = value.name().startsWith(node.name() + ".")
                ? value.name().substring(node.name().length() + 1)
                : value.name();
        if (!(node.op() instanceof OnnxOperator)) {
            return own;
        }
        String letters = own.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^([0-9])", "_$1");
        return letters.isEmpty() ? "output" + value.slot() : letters;
    }

    private static boolean hasBatch(Shape shape, Shape first) {
        return first.rank() > 0
                && shape.rank() > 0
                && first.axis(0) instanceof Extent.Known
                && shape.axis(0).equals(first.axis(0));
    }

    private static boolean isFor(OptionalLong amount, Shape first) {
        return amount.isEmpty() || first.rank() > 0 && first.batch() > 0 && amount.getAsLong() % first.batch() == 0;
    }

    private static OptionalLong amount(Formula formula) {
        try {
            return OptionalLong.of(formula.value());
        } catch (UnknownException notKnown) {
            return OptionalLong.empty();
        }
    }

    private static Written amount(OptionalLong amount, long batch) {
        return new Written.Value(
                amount.isPresent() ? PlainValue.Num.of(amount.getAsLong() / batch) : CustomWords.UNKNOWN);
    }
}
