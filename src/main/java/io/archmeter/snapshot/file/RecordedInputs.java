package io.archmeter.snapshot.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.source.SourceValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a network is given: {@code input}, the shape of one tensor, or {@code inputs}, several by their names. */
final class RecordedInputs {
    static final String ONE = "input";
    static final String SEVERAL = "inputs";
    static final String SHAPE = "shape";
    static final String TYPE = "dtype";

    /** Beside the shapes of several in a report, their types. */
    private static final String TYPES = "input_dtypes";

    private static final List<DType> ANY_TYPE = List.of(DType.values());

    private RecordedInputs() {}

    /**
     * Of a model in a baseline: {@code {"image": "1x3x8x8", "tokens": {"shape": "1x77", "dtype": "int64"}}}.
     *
     * @param network the type of its floating-point numbers, which those inputs have of which no other is said
     */
    static List<InputSnapshot> ofBaseline(Members model, DType network, Shapes shapes) {
        Optional<Members> several = model.findObject(SEVERAL);
        if (several.isEmpty()) {
            return List.of(InputSnapshot.ofShape(model.shape(ONE, shapes::ofText)));
        }
        model.find(ONE)
                .ifPresent(one -> model.problems()
                        .add(
                                one.at(),
                                "unknown-member",
                                "a model with '" + SEVERAL + "' has no member '" + ONE + "'",
                                model.remedy()));
        Members written = several.get();
        return inputs(
                written,
                entry -> entry.value() instanceof SourceValue.Mapping typed
                        ? typed(
                                entry.key(),
                                new Members("an input", typed, model.remedy(), model.problems()),
                                network,
                                shapes)
                        : new InputSnapshot(
                                Optional.of(entry.key()),
                                written.shape(entry.key(), entry.value(), shapes::ofText),
                                Optional.of(network)));
    }

    private static InputSnapshot typed(String name, Members written, DType network, Shapes shapes) {
        written.refuseOthers(List.of(SHAPE, TYPE));
        return new InputSnapshot(
                Optional.of(name),
                written.shape(SHAPE, shapes::ofText),
                Optional.of(written.find(TYPE).isEmpty() ? network : written.choice(TYPE, ANY_TYPE)));
    }

    /** Of a report, which has the first as {@code input} in any case. Older builds did not write the types. */
    static List<InputSnapshot> ofReport(Members report, Shapes shapes) {
        Shape first = report.shape(ONE, shapes::ofItems);
        Optional<Members> several = report.findObject(SEVERAL);
        if (several.isEmpty()) {
            return List.of(InputSnapshot.ofShape(first));
        }
        Optional<Members> types = report.findObject(TYPES);
        Members written = several.get();
        return inputs(
                written,
                entry -> new InputSnapshot(
                        Optional.of(entry.key()),
                        written.shape(entry.key(), entry.value(), shapes::ofItems),
                        types.filter(said -> said.find(entry.key()).isPresent())
                                .map(said -> said.choice(entry.key(), ANY_TYPE))));
    }

    private static List<InputSnapshot> inputs(Members written, Function<SourceValue.Entry, InputSnapshot> reader) {
        List<InputSnapshot> inputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SourceValue.Entry entry : written.mapping().entries()) {
            if (entry.key().isBlank()) {
                written.problems()
                        .add(entry.keyAt(), "missing-value", "the name of an input is empty", written.remedy());
            } else if (names.add(entry.key())) {
                inputs.add(reader.apply(entry));
            }
        }
        if (inputs.isEmpty()) {
            written.problems()
                    .add(
                            written.at(),
                            "missing-value",
                            Excerpt.of(written.what()) + " names no input",
                            written.remedy());
            inputs.add(InputSnapshot.ofShape(Shape.of()));
        }
        return inputs;
    }
}
