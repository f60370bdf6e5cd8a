/**
 * What is counted of networks and layers: one entry for each metric says what it is called, what it means and where it is read. It
 * must not know where a metric is shown, kept or limited.
 *
 * @since 0.2.0
 */
package io.archmeter.metric;
