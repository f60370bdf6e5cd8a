package io.archmeter.convention;

import io.archmeter.facts.LayerFacts;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.spec.expression.Variables;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What the price of a layer's work can be made of. Elements are those of the whole batch. An attribute that the operator does not have,
 * or that does nothing, is {@code false}.
 */
final class LayerQuantities implements Variables {
    /** Before the name of an attribute, as a spec writes it: {@code layer.affine}. */
    static final String ATTRIBUTE = "layer.";

    /** Before the name of an attribute that it may have or not: {@code has.size}. */
    static final String PRESENCE = "has.";

    private static final Map<String, ElementaryOperation> OPERATIONS = Map.of(
            "additions", ElementaryOperation.ADD,
            "multiplications", ElementaryOperation.MULTIPLY,
            "divisions", ElementaryOperation.DIVIDE,
            "comparisons", ElementaryOperation.COMPARE,
            "exponentials", ElementaryOperation.EXPONENTIAL,
            "powers", ElementaryOperation.POWER,
            "logarithms", ElementaryOperation.LOGARITHM,
            "sines", ElementaryOperation.SINE,
            "error_functions", ElementaryOperation.ERROR_FUNCTION);

    private final LayerFacts layer;
    private final List<Weight> weights;
    private final Surroundings around;
    private final Map<String, Optional<PlainValue>> known = new HashMap<>();
    private Optional<Map<String, PlainValue>> attributes = Optional.empty();

    /** @param weights all that the layer takes, also those that are counted to another */
    LayerQuantities(LayerFacts layer, List<Weight> weights, Surroundings around) {
        this.layer = layer;
        this.weights = weights;
        this.around = around;
    }

    @Override
    public Optional<PlainValue> get(String name) {
        Optional<PlainValue> before = known.get(name);
        if (before == null) {
            before = worked(name);
            known.put(name, before);
        }
        return before;
    }

    private Optional<PlainValue> worked(String name) {
        if (name.startsWith(ATTRIBUTE)) {
            PlainValue attribute = attributes().get(name.substring(ATTRIBUTE.length()));
            return Optional.of(attribute == null ? new PlainValue.Flag(false) : attribute);
        }
        if (name.startsWith(PRESENCE)) {
            return Optional.of(new PlainValue.Flag(attributes().containsKey(name.substring(PRESENCE.length()))));
        }
        ElementaryOperation operation = OPERATIONS.get(name);
        if (operation != null) {
            return Optional.of(number(layer.work().others().getOrDefault(operation, Formula.ZERO)::value));
        }
        return LayerQuantity.of(name).map(quantity -> quantity.of(this));
    }

    @Override
    public int count() {
        return names().size();
    }

    @Override
    public Collection<String> names() {
        return known();
    }

    /** All names but those of attributes. */
    static List<String> known() {
        List<String> names = new ArrayList<>(LayerQuantity.keys());
        names.addAll(operations());
        return names;
    }

    /** The names of the kinds of operations outside sums of products. */
    static List<String> operations() {
        return OPERATIONS.keySet().stream().sorted().toList();
    }

    LayerFacts layer() {
        return layer;
    }

    private Map<String, PlainValue> attributes() {
        if (attributes.isEmpty()) {
            attributes = Optional.of(Catalogue.attributes(layer.op()));
        }
        return attributes.get();
    }

    Surroundings around() {
        return around;
    }

    /** Elements of those of its weights that are meant. */
    PlainValue weights(Predicate<Weight> meant) {
        return elements(weights.stream().filter(meant).map(Weight::shape).toList());
    }

    static PlainValue elements(List<Shape> shapes) {
        return number(() -> {
            long elements = 0;
            for (Shape shape : shapes) {
                elements = Math.addExact(elements, shape.elements());
            }
            return elements;
        });
    }

    static PlainValue shape(Shape shape) {
        List<PlainValue> extents = new ArrayList<>(shape.rank());
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!(shape.axis(axis) instanceof Extent.Known known)) {
                return new PlainValue.Unknown();
            }
            extents.add(PlainValue.Num.of(known.value()));
        }
        return new PlainValue.Items(extents);
    }

    static PlainValue shapes(List<Shape> shapes) {
        List<PlainValue> all = new ArrayList<>(shapes.size());
        for (Shape shape : shapes) {
            PlainValue extents = shape(shape);
            if (extents instanceof PlainValue.Unknown) {
                return extents;
            }
            all.add(extents);
        }
        return new PlainValue.Items(all);
    }

    /** A number of each axis of its window; an empty list where it has none. */
    PlainValue window(Function<LayerWindow, List<Long>> read) {
        List<PlainValue> numbers = new ArrayList<>();
        for (long number : read.apply(window())) {
            numbers.add(PlainValue.Num.of(number));
        }
        return new PlainValue.Items(numbers);
    }

    PlainValue covered() {
        boolean padding = attributes().get("count_include_pad") instanceof PlainValue.Flag flag && flag.flag();
        return layer.inputs().isEmpty()
                ? PlainValue.Num.of(0)
                : number(() -> window().covered(layer.inputs().get(0), layer.output(), padding));
    }

    private LayerWindow window() {
        return LayerWindow.of(attributes());
    }

    /** The product of the numbers of all axes of its window; 1 where it has none. */
    PlainValue product(Function<LayerWindow, List<Long>> read) {
        return number(() -> read.apply(window()).stream().reduce(1L, Math::multiplyExact));
    }

    /** The product of the first input's extents along the axes that an attribute lists; those that it does not have are passed over. */
    PlainValue alongAxes() {
        if (!(get(ATTRIBUTE + "axes").orElseThrow() instanceof PlainValue.Items axes)
                || layer.inputs().isEmpty()) {
            return PlainValue.Num.of(1);
        }
        Shape in = layer.inputs().get(0);
        return number(() -> {
            long product = 1;
            for (PlainValue item : axes.items()) {
                long axis = item instanceof PlainValue.Num num
                        ? num.number().toLong().orElse(in.rank())
                        : in.rank();
                if (axis < in.rank() && axis >= -in.rank()) {
                    product = Math.multiplyExact(product, in.extent((int) (axis < 0 ? axis + in.rank() : axis)));
                }
            }
            return product;
        });
    }

    /** What follows from an extent that is not known is not known. */
    static PlainValue number(LongSupplier count) {
        try {
            return PlainValue.Num.of(count.getAsLong());
        } catch (UnknownException notKnown) {
            return new PlainValue.Unknown();
        }
    }
}
