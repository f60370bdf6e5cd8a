/**
 * Sweeps on Spark: parts are split among executors by their numbers, each of these reads the space of its texts, writes its own files, and gives
 * back what they come to. The only package that knows Spark, and built by the profile {@code spark} alone.
 */
package io.archmeter.sweep.spark;
