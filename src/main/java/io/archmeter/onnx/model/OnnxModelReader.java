package io.archmeter.onnx.model;

import io.archmeter.onnx.file.FunctionMessage;
import io.archmeter.onnx.file.GraphMessage;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.ModelMessage;
import io.archmeter.onnx.file.OpsetMessage;
import io.archmeter.onnx.file.TypeMessage;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the messages of a file to a model. Values, nodes and constants of all regions have their numbers here. */
public final class OnnxModelReader {
    /** ONNX 1.23; what is newer is read by these rules. */
    private static final long NEWEST_OPSET = 28;

    private static final long NEWEST_IR = 14;

    /** A function can call another one many times, and so make a file of a kilobyte a million nodes. */
    private static final int MOST_NODES = 1_000_000;

    private final ModelFile file;
    private final Problems problems = new Problems();
    private final List<String> warnings = new ArrayList<>();
    private final Map<Integer, Constant> constants = new HashMap<>();
    private final Map<Integer, TypeMessage> declared = new HashMap<>();
    private final List<ModelValue> overridable = new ArrayList<>();
    private final Map<List<String>, FunctionMessage> functions = new LinkedHashMap<>();
    private int values;
    private int nodes;

    private OnnxModelReader(ModelFile file) {
        this.file = file;
    }

    /**
     * The model of a file.
     *
     * @throws ProblemException with all that is wrong with it: cycles, values that nobody makes or two nodes do, functions that call themselves
     */
    public static OnnxModel read(ModelFile file) {
        return new OnnxModelReader(file).read();
    }

    private OnnxModel read() {
        ModelMessage message = file.message();
        if (message.graph().isEmpty()) {
            throw new ProblemException(Problem.at(
                    place(),
                    "no-graph",
                    "this holds no network",
                    "export the model again; a file of functions alone costs nothing"));
        }
        for (FunctionMessage function : message.functions()) {
            functions.put(key(function.domain(), function.name(), function.overload()), function);
        }
        GraphMessage graph = message.graph().get();
        Map<String, Long> opsets = opsets(message);
        warnOfNewer(message, opsets);
        Region main = RegionReader.main(this, graph, opsets).read();
        problems.throwIfAny();
        return new OnnxModel(file, main, constants, declared, overridable, warnings);
    }

    /** Versions by their domains. A file of the first version of the format has none: its operators are the first. */
    private static Map<String, Long> opsets(ModelMessage message) {
        Map<String, Long> opsets = versions(message.opsets());
        opsets.putIfAbsent("", 1L);
        return opsets;
    }

    /** The version of ONNX's own operators. */
    public static long opset(ModelMessage message) {
        return opsets(message).get("");
    }

    static Map<String, Long> versions(List<OpsetMessage> imported) {
        Map<String, Long> versions = new HashMap<>();
        for (OpsetMessage opset : imported) {
            versions.put(domain(opset.domain()), opset.version());
        }
        return versions;
    }

    private void warnOfNewer(ModelMessage message, Map<String, Long> opsets) {
        long opset = opsets.get("");
        if (opset > NEWEST_OPSET) {
            warnings.add("operators of version " + opset + " are read by the rules of " + NEWEST_OPSET
                    + ", the newest known");
        }
        if (message.irVersion() > NEWEST_IR) {
            warnings.add("version " + message.irVersion() + " of the format is newer than " + NEWEST_IR
                    + ", the newest known; what is new in it is not read");
        }
    }

    /** One domain has two names. */
    static String domain(String written) {
        return written.equals("ai.onnx") ? "" : written;
    }

    private static List<String> key(String domain, String name, String overload) {
        return List.of(domain(domain), name, overload);
    }

    Optional<FunctionMessage> function(String domain, String name, String overload) {
        return functions.isEmpty() ? Optional.empty() : Optional.ofNullable(functions.get(key(domain, name, overload)));
    }

    Span place() {
        return Span.of(file.name());
    }

    Problems problems() {
        return problems;
    }

    void problem(String code, String node, String fact, String remedy) {
        problems.add(new Problem(code, place(), node, fact, remedy));
    }

    void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    ModelValue value(String name) {
        return new ModelValue(values++, name);
    }

    int nodeNumber() {
        if (nodes == MOST_NODES) {
            throw new ProblemException(Problem.at(
                    place(),
                    "too-many-layers",
                    "this makes more than " + MOST_NODES + " nodes",
                    "look at the functions of the file: one calls others again and again"));
        }
        return nodes++;
    }

    void constant(ModelValue value, Constant constant) {
        constants.put(value.number(), constant);
    }

    boolean isConstant(ModelValue value) {
        return constants.containsKey(value.number());
    }

    void declare(ModelValue value, TypeMessage type) {
        declared.put(value.number(), type);
    }

    void overridable(ModelValue value) {
        overridable.add(value);
    }
}
