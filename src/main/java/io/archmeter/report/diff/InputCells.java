package io.archmeter.report.diff;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What networks are given, for programs. */
public final class InputCells {
    private InputCells() {}

    /** Columns of JSON on both sides of comparisons; none where no network has several inputs. */
    public static <T> List<Measure<T>> measures(
            List<T> models, Function<T, Optional<Snapshot>> before, Function<T, Optional<Snapshot>> after) {
        boolean several =
                models.stream().anyMatch(model -> hasSeveral(before.apply(model)) || hasSeveral(after.apply(model)));
        if (!several) {
            return List.of();
        }
        return List.of(
                measure("inputs_before", model -> shapes(before.apply(model))),
                measure("inputs_after", model -> shapes(after.apply(model))),
                measure("input_dtypes_before", model -> types(before.apply(model))),
                measure("input_dtypes_after", model -> types(after.apply(model))));
    }

    private static <T> Measure<T> measure(String key, Function<T, Cell> cell) {
        return new Measure<>(Column.text(key, "").only(Audience.PROGRAMS), cell);
    }

    private static boolean hasSeveral(Optional<Snapshot> model) {
        return model.filter(known -> known.inputs().size() > 1).isPresent();
    }

    /** Shapes in one cell. */
    static Cell of(Snapshot model) {
        return model.inputs().size() == 1
                ? new Cell.OneShape(model.input())
                : new Cell.Shapes(
                        model.inputs().stream().map(InputSnapshot::shape).toList());
    }

    private static Cell shapes(Optional<Snapshot> model) {
        return members(model, input -> Optional.of(new Cell.OneShape(input.shape())));
    }

    private static Cell types(Optional<Snapshot> model) {
        return members(model, input -> input.type().map(type -> new Cell.Text(type.toString())));
    }

    /** By their names; what a file does not name is nowhere, and has its shape in {@code input_before}. */
    private static Cell members(Optional<Snapshot> model, Function<InputSnapshot, Optional<Cell>> cell) {
        List<Cell.Member> members = new ArrayList<>();
        for (InputSnapshot input : model.map(Snapshot::inputs).orElse(List.of())) {
            if (input.name().isPresent()) {
                String name = input.name().get();
                cell.apply(input).ifPresent(known -> members.add(new Cell.Member(name, known)));
            }
        }
        return members.isEmpty() ? Cell.EMPTY : new Cell.Members(members);
    }
}
