package io.archmeter.spec;

import io.archmeter.graph.Shape;
import io.archmeter.op.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables that an expression sees. A scope does not change; more variables make another one. */
final class Scope implements Variables {
    static final Scope EMPTY = new Scope(Map.of());

    /** What an expression can ask of the shape that comes in. */
    static final List<String> OF_INPUT = List.of("in.channels", "in.height", "in.width", "in.elements", "in.rank");

    private final Map<String, Value> variables;

    private Scope(Map<String, Value> variables) {
        this.variables = variables;
    }

    Scope with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new Scope(more);
    }

    /** With {@code in}, the shape that comes in; where it is not known, what depends on it is not known either. */
    Variables seeing(Optional<Shape> in) {
        return new Variables() {
            @Override
            public Optional<Value> get(String name) {
                return name.startsWith("in.") ? ofInput(name, in) : Scope.this.get(name);
            }

            @Override
            public Collection<String> names() {
                List<String> names = new ArrayList<>(variables.keySet());
                names.addAll(OF_INPUT);
                return names;
            }
        };
    }

    private static Optional<Value> ofInput(String name, Optional<Shape> in) {
        if (!OF_INPUT.contains(name)) {
            return Optional.empty();
        }
        if (in.isEmpty()) {
            return Optional.of(new Value.Unknown());
        }
        Shape shape = in.get();
        return switch (name) {
            case "in.channels" -> extent(shape, 1);
            case "in.height" -> shape.rank() == 4 ? extent(shape, 2) : Optional.empty();
            case "in.width" -> shape.rank() == 4 ? extent(shape, 3) : Optional.empty();
            case "in.rank" -> Optional.of(Value.Num.of(shape.rank()));
            default -> Optional.of(Value.Num.of(shape.elements() / shape.batch()));
        };
    }

    private static Optional<Value> extent(Shape shape, int axis) {
        return axis < shape.rank() ? Optional.of(Value.Num.of(shape.extent(axis))) : Optional.empty();
    }

    @Override
    public Optional<Value> get(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Collection<String> names() {
        return variables.keySet();
    }
}
