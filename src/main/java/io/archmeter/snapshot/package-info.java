/**
 * What a model is and what it costs, as a value that can be kept. It must not know where it is kept, and what it is compared with.
 *
 * @since 0.2.0
 */
package io.archmeter.snapshot;
