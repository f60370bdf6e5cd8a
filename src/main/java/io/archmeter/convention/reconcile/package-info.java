/**
 * Why figures of the same network differ: from one convention to another term by term, and from a figure to the conventions that give it.
 * It must not know how its answers are shown.
 */
package io.archmeter.convention.reconcile;
