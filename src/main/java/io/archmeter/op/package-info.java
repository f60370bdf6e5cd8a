/**
 * The operators, each in a file of its own: its attributes, and its rule for shapes, weights, work, receptive field
 * and storage. The rules are seen by this package alone; those of projects come in by {@link
 * io.archmeter.op.OperatorProvider}. It must not know files, reports, or the kernels that {@code
 * verify} compares with the rules.
 *
 * @since 0.2.0
 */
package io.archmeter.op;
