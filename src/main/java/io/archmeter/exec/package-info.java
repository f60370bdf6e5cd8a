/**
 * A forward pass of a network: it runs the kernels in one arena and records what it observes at each layer. It must
 * not know the rules of operators, or the shapes that they gave to the graph: only then does a comparison with the
 * prediction prove something.
 */
package io.archmeter.exec;
