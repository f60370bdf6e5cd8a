package io.archmeter.convention;

import io.archmeter.facts.Amount;
import java.util.List;

/**
 * A layer, and what a convention counts of it.
 *
 * @param name its path
 * @param operator the name of what it does
 * @param charges one for each kind of work that has a price
 * @param computes whether the layer does anything but to move or rename elements
 * @param total of all of them; not known where the convention has no price for the operator
 */
public record ChargedLayer(String name, String operator, List<Charge> charges, boolean computes, Amount total) {
    public ChargedLayer {
        charges = List.copyOf(charges);
    }
}
