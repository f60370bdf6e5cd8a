/**
 * The door to specs: from the name of a model, a file or a pattern to graphs; the bundled models, and the schema of specs. It
 * must not know what is computed from a graph.
 */
package io.archmeter.spec.load;
