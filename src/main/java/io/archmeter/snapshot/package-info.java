/**
 * What a model is and what it costs, as a value that can be kept, and the files that hold such values: baselines and
 * reports. It must not know what they are compared with.
 */
package io.archmeter.snapshot;
