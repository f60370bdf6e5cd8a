/**
 * From what a spec says to a graph: params and variants, loops unrolled, blocks in place, names given. It must not know
 * files.
 */
package io.archmeter.spec.expand;
