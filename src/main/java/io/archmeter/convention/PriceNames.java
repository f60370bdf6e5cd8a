package io.archmeter.convention;

import io.archmeter.spec.expression.Variables;
import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that a price can use, before there is a layer: of none is known what it stands for. */
public final class PriceNames implements Variables {
    public static final Variables ALL = new PriceNames();

    private PriceNames() {}

    @Override
    public Optional<PlainValue> get(String name) {
        return name.startsWith(LayerQuantities.ATTRIBUTE)
                        || name.startsWith(LayerQuantities.PRESENCE)
                        || names().contains(name)
                ? Optional.of(new PlainValue.Unknown())
                : Optional.empty();
    }

    @Override
    public int count() {
        return names().size();
    }

    @Override
    public Collection<String> names() {
        return LayerQuantities.known();
    }

    /** Each name that is no attribute's, with what it stands for. */
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (LayerQuantity quantity : LayerQuantity.values()) {
            meanings.put(quantity.toString(), quantity.meaning());
        }
        for (String operation : LayerQuantities.operations()) {
            meanings.put(operation, operation.replace('_', ' ') + " outside sums of products");
        }
        return meanings;
    }
}
