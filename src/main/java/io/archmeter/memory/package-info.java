/**
 * How long each tensor is needed, which tensors can share memory, and where each lies in the arena. It plans for
 * inference alone, and must not know who runs the plan.
 *
 * @since 0.2.0
 */
package io.archmeter.memory;
