/**
 * Which layer of one model is which layer of another. It must not know what a change costs, or how it is named.
 *
 * @since 0.2.0
 */
package io.archmeter.diff.align;
