package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators of {@code ai.onnx.ml} that choose, name and collect features before a model takes them. */
final class Features {
    /** The elements at some places of the last axis; a vector becomes a row. */
    static final NodeRule EXTRACTOR = call -> {
        Shape x = call.shape(0);
        Extent chosen = Extent.of(1);
        for (Extent extent : call.shape(1).axes()) {
            chosen = ExtentArithmetic.product(chosen, extent);
        }
        List<Extent> axes = new ArrayList<>(x.rank() > 1 ? x.axes().subList(0, x.rank() - 1) : List.of(Extent.of(1)));
        axes.add(chosen);
        return Outcome.of(Fact.tensor(call.type(0), Shape.ofAxes(axes)));
    };

    /** Names for numbers, or numbers for names. */
    static final NodeRule MAPPER =
            call -> Outcome.of(Fact.tensor(call.type(0) == DType.STRING ? DType.INT64 : DType.STRING, call.shape(0)));

    /** The first version knows names and numbers only, and has the names in an attribute. */
    static final NodeRule LABELS = call -> {
        Optional<DType> type = MachineLearning.typeOfValues(call);
        return type.isPresent() ? Outcome.of(Fact.tensor(type.get(), call.shape(0))) : MAPPER.infer(call);
    };

    static final NodeRule ONE_HOT = call -> {
        int texts = call.attributes().texts("cats_strings").map(List::size).orElse(0);
        int wholes = call.attributes().wholes("cats_int64s").map(List::size).orElse(0);
        List<Extent> axes = new ArrayList<>(call.shape(0).axes());
        axes.add(Extent.of(Math.max(texts, wholes)));
        return Outcome.of(Fact.tensor(DType.FLOAT32, Shape.ofAxes(axes)));
    };

    /** As many columns of each input as {@code inputdimensions} says. */
    static final NodeRule VECTORIZER = call -> {
        Shape first = call.shape(0);
        Extent columns = Extent.of(0);
        List<Long> written = call.attributes().wholes("inputdimensions").orElse(List.of());
        for (int input = 0; input < call.inputs(); input++) {
            Shape shape = call.shape(input);
            Extent own = shape.rank() == 0 ? Extent.of(1) : shape.axis(shape.rank() - 1);
            columns = ExtentArithmetic.sum(columns, input < written.size() ? Extent.of(written.get(input)) : own);
        }
        Extent rows = first.rank() > 1 ? first.axis(0) : Extent.of(1);
        return Outcome.of(Fact.tensor(DType.FLOAT32, Shape.ofAxes(List.of(rows, columns))));
    };

    /** A map with the keys of the columns, for each row. */
    static final NodeRule ZIP_MAP = call -> {
        Shape x = call.shape(0);
        Extent rows = x.rank() > 1 ? x.axis(0) : Extent.of(1);
        return Outcome.of(new Fact.Sequence(Optional.empty(), rows, Optional.empty()));
    };

    /** One row with a place for each key; of a dense map nobody knows how many it has. */
    static final NodeRule CAST_MAP = call -> {
        boolean sparse = call.attributes().text("map_form").orElse("DENSE").equals("SPARSE");
        Extent columns = sparse ? Extent.of(Math.max(0, call.attributes().whole("max_map", 1))) : call.here();
        DType type = switch (call.attributes().text("cast_to").orElse("TO_FLOAT")) {
            case "TO_STRING" -> DType.STRING;
            case "TO_INT64" -> DType.INT64;
            default -> DType.FLOAT32;
        };
        return Outcome.of(Fact.tensor(type, Shape.ofAxes(List.of(Extent.of(1), columns))));
    };

    /** The type is that of the map's values, which no inference follows. */
    static final NodeRule DICTIONARY = call -> Outcome.of(new Fact.Anything(call.here()));

    private Features() {}
}
