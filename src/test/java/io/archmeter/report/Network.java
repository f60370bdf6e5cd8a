package io.archmeter.report;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Operator;
import io.archmeter.problem.Span;
import io.archmeter.report.document.Document;
import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.stream.Stream;

/** Builds small networks: {@code Network.on("tiny", 1, 3, 8, 8).layer("conv1", "conv", "channels", 4, "kernel", 3)}. */
public final class Network {
    private static final Span HERE = Span.of("test");

    private final String name;
    private final String title;
    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);

    private Network(String name, String title) {
        this.name = name;
        this.title = title;
    }

    public static Network on(String name, String title, long... input) {
        Network network = new Network(name, title);
        network.draft.addInput("input", Shape.of(input), DType.FLOAT32, HERE);
        return network;
    }

    /** A layer after the last one; its arguments are names and numbers. */
    public Network layer(String layer, String kind, Object... arguments) {
        return layer(layer, kind, List.of(draft.nodes().size() - 1), false, arguments);
    }

    /** A layer after others, of which the input is number 0. */
    public Network layerOn(List<Integer> inputs, String layer, String kind, Object... arguments) {
        return layer(layer, kind, inputs, false, arguments);
    }

    private Network layer(String layer, String kind, List<Integer> from, boolean auxiliary, Object... arguments) {
        Operator operator = Catalogue.find(kind).orElseThrow();
        Arguments given = new Arguments();
        for (int i = 0; i < arguments.length; i += 2) {
            put(given, operator, (String) arguments[i], PlainValue.Num.of((int) arguments[i + 1]));
        }
        List<Operand> operands = from.stream().map(Operand::value).toList();
        Inputs inputs = new Inputs(operands.stream().map(draft::shape).toList());
        Op op = operator.read(given, inputs);
        Catalogue.infer(op, inputs).addTo(draft, layer, op, operands, auxiliary, HERE, List.of());
        return this;
    }

    private static void put(Arguments given, Operator operator, String name, PlainValue value) {
        for (Argument<?> argument : operator.arguments()) {
            if (argument.name().equals(name)) {
                given.put(argument, value);
                return;
            }
        }
        throw new IllegalArgumentException(operator.kind() + " has no argument " + name);
    }

    public Model model() {
        return new Model(draft.graph(name, title, List.of(draft.nodes().size() - 1)));
    }

    /** The report of a model's layers, in float32 and at inference. */
    public static Document analyzed(Model model) {
        return AnalyzeDocument.of(model.analyze(), model.memory(DType.FLOAT32, false), Ranking.NONE);
    }

    /** Models side by side, in float32 and at inference. */
    public static Document compared(Model... models) {
        return CompareDocument.of(Stream.of(models)
                .map(model -> new CompareDocument.Entry(model.analyze(), model.memory(DType.FLOAT32, false)))
                .toList());
    }

    /** The first layers of AlexNet (torchvision), a join and a head. */
    public static Model tiny() {
        return on("tiny", "a small network", 1, 3, 224, 224)
                .layer("features.0", "conv", "channels", 64, "kernel", 11, "stride", 4, "padding", 2)
                .layer("features.1", "relu")
                .layerOn(List.of(1, 2), "join", "concat")
                .layer("pool", "globalavgpool")
                .layer("flatten", "flatten")
                .layer("classifier", "linear", "features", 10)
                .model();
    }

    /** Half the channels of {@link #tiny}, with batch normalization. */
    public static Model smaller() {
        return on("smaller", "", 1, 3, 224, 224)
                .layer("features.0", "conv", "channels", 32, "kernel", 11, "stride", 4, "padding", 2)
                .layer("features.1", "batchnorm")
                .layer("pool", "globalavgpool")
                .layer("flatten", "flatten")
                .layer("classifier", "linear", "features", 10)
                .model();
    }
}
