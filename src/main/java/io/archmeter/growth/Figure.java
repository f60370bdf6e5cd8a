package io.archmeter.growth;

import java.util.List;
import java.util.OptionalLong;

/** A number that depends on some variables. */
@FunctionalInterface
interface Figure {
    /** The number at a point; empty where there is no network, or not all of the number is known. */
    OptionalLong at(List<Long> point);
}
