/**
 * Shapes, nodes and graphs, as immutable values. A graph knows which node reads which, and the shape of each output;
 * it does not know what an operator computes, or which file it came from.
 *
 * @since 0.2.0
 */
package io.archmeter.graph;
