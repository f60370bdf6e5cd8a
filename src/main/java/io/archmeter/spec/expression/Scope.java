package io.archmeter.spec.expression;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Nearest;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The variables that an expression sees. A scope does not change; another variable makes another scope around this one, which
 * costs the same however many there are.
 */
public final class Scope implements Variables {
    public static final Scope EMPTY = within(new Variables() {
        @Override
        public Optional<PlainValue> get(String variable) {
            return Optional.empty();
        }

        @Override
        public int count() {
            return 0;
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    });

    /** What an expression can ask of the shape that comes in. */
    static final List<String> OF_INPUT =
            List.of("in.channels", "in.height", "in.width", "in.elements", "in.rank", "in.shape");

    /** What is seen where no variable of that name was added. */
    private final Variables first;

    private final Optional<Scope> outer;
    /** What is around the block in which this is, and cannot be seen in it. */
    private final Optional<Scope> hidden;

    private final String name;
    private final PlainValue value;
    private final int count;

    private Scope(Variables first, Optional<Scope> outer, Optional<Scope> hidden, String name, PlainValue value) {
        this.first = first;
        this.outer = outer;
        this.hidden = hidden;
        this.name = name;
        this.value = value;
        this.count = outer.map(scope -> scope.count + 1).orElseGet(first::count);
    }

    /** A scope to which nothing was added yet. */
    public static Scope within(Variables first) {
        return new Scope(first, Optional.empty(), Optional.empty(), "", new PlainValue.Nothing());
    }

    public Scope with(String another, PlainValue itsValue) {
        return new Scope(first, Optional.of(this), hidden, another, itsValue);
    }

    /** The same variables, seen from within a block that is used where {@code around} is seen. */
    public Scope hiding(Scope around) {
        return new Scope(first, outer, Optional.of(around), name, value);
    }

    /** With {@code in}, the shape that comes in; where it is not known, what depends on it is not known either. */
    public Variables seeing(Optional<Shape> in) {
        return new Variables() {
            @Override
            public Optional<PlainValue> get(String variable) {
                return variable.startsWith("in.") ? ofInput(variable, in) : Scope.this.get(variable);
            }

            @Override
            public int count() {
                return Scope.this.count();
            }

            @Override
            public Collection<String> names() {
                List<String> names = new ArrayList<>(Scope.this.names());
                names.addAll(OF_INPUT);
                return names;
            }

            @Override
            public Optional<String> remedy(String variable) {
                return remedyOfInput(variable, in).or(() -> remedyOfHidden(variable));
            }
        };
    }

    private static Optional<String> remedyOfInput(String variable, Optional<Shape> in) {
        if (variable.equals("in")) {
            return Optional.of("write in.channels, in.height, in.width, in.elements, in.rank or in.shape");
        }
        return in.filter(shape -> OF_INPUT.contains(variable))
                .map(shape -> shape.unknown()
                        .map(unknown -> "give it a number: what comes in here is " + shape + ", of which '"
                                + unknown.origin() + "' does not say all")
                        .orElse("look at it before: what comes in here is " + shape + ", which has no "
                                + variable.substring("in.".length())));
    }

    private Optional<String> remedyOfHidden(String variable) {
        if (hidden.flatMap(around -> around.get(variable)).isPresent()) {
            return Optional.of("a block sees nothing of what is around it: add '" + variable + "' to its params");
        }
        return Nearest.to(variable, names()).isPresent()
                ? Optional.empty()
                : Nearest.to("in." + variable, OF_INPUT).map(nearest -> "did you mean '" + nearest + "'?");
    }

    /** The variables of a param: the params before it. */
    public Variables before(Collection<String> later) {
        return new Variables() {
            @Override
            public Optional<PlainValue> get(String variable) {
                return Scope.this.get(variable);
            }

            @Override
            public int count() {
                return Scope.this.count();
            }

            @Override
            public Collection<String> names() {
                return Scope.this.names();
            }

            @Override
            public Optional<String> remedy(String variable) {
                if (later.contains(variable)) {
                    return Optional.of("a param sees the params above it: write '" + variable + "' first");
                }
                return variable.startsWith("in.") || variable.equals("in")
                        ? Optional.of("use it in the layers: nothing comes in where params get their values")
                        : Optional.empty();
            }
        };
    }

    private static Optional<PlainValue> ofInput(String variable, Optional<Shape> in) {
        if (!OF_INPUT.contains(variable)) {
            return Optional.empty();
        }
        if (in.isEmpty()) {
            return Optional.of(new PlainValue.Unknown());
        }
        Shape shape = in.get();
        return switch (variable) {
            case "in.channels" -> extent(shape, 1);
            case "in.height" -> shape.rank() == 4 ? extent(shape, 2) : Optional.empty();
            case "in.width" -> shape.rank() == 4 ? extent(shape, 3) : Optional.empty();
            case "in.rank" -> Optional.of(PlainValue.Num.of(shape.rank()));
            case "in.shape" -> known(shape).map(Scope::extents);
            default ->
                known(shape).map(whole -> PlainValue.Num.of(whole.sample().elements()));
        };
    }

    private static Optional<Shape> known(Shape shape) {
        return shape.unknown().isEmpty() ? Optional.of(shape) : Optional.empty();
    }

    /** Those of a sample: no layer depends on how many there are. */
    private static PlainValue extents(Shape shape) {
        List<PlainValue> extents = new ArrayList<>();
        shape.sample().extents().forEach(extent -> extents.add(PlainValue.Num.of(extent)));
        return new PlainValue.Items(extents);
    }

    private static Optional<PlainValue> extent(Shape shape, int axis) {
        return axis < shape.rank() && shape.axis(axis) instanceof Extent.Known known
                ? Optional.of(PlainValue.Num.of(known.value()))
                : Optional.empty();
    }

    @Override
    public Optional<PlainValue> get(String variable) {
        Scope scope = this;
        while (scope.outer.isPresent()) {
            if (scope.name.equals(variable)) {
                return Optional.of(scope.value);
            }
            scope = scope.outer.get();
        }
        return first.get(variable);
    }

    @Override
    public int count() {
        return count;
    }

    /** The outermost first, as they are written. */
    @Override
    public Collection<String> names() {
        Deque<String> names = new ArrayDeque<>();
        for (Scope scope = this; scope.outer.isPresent(); scope = scope.outer.get()) {
            names.addFirst(scope.name);
        }
        Collection<String> all = new LinkedHashSet<>(first.names());
        all.addAll(names);
        return all;
    }
}
