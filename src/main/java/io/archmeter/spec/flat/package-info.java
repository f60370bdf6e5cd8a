/**
 * Bundled models with their loops unrolled and their blocks expanded. The build writes them and short commands load
 * them, because that is faster than reading a spec. It must not know how a spec is written.
 */
package io.archmeter.spec.flat;
