/**
 * A network with all that follows from its attributes and shapes, layer by layer: asked of the operators once, in one place that
 * guards against counts too large for a {@code long}. It must not know what anybody makes of the facts.
 *
 * @since 0.2.0
 */
package io.archmeter.facts;
