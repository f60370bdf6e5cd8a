/**
 * Which layer of one model is which layer of another. It must not know what a change costs, or how it is named.
 */
package io.archmeter.diff.align;
