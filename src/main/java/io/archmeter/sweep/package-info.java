/**
 * Spaces of networks: a spec with many values for its params, and what each network costs. A space is a function from an index to a point,
 * and never a list; what points come to can be merged, so that parts of a space can be counted anywhere. It must not know how a space is
 * written, nor how an answer looks.
 */
package io.archmeter.sweep;
