/**
 * Specs to graphs: parsing, parameters and variants, expressions, blocks and loops, and the search for bundled models.
 * It must not know what is computed from a graph.
 */
package io.archmeter.spec;
