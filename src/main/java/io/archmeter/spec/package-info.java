/**
 * What a spec says, as values: blocks, layers, params and samples of the input, and the words for them. It must not know how
 * a file is read, or what becomes of it.
 */
package io.archmeter.spec;
