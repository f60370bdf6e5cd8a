/**
 * YAML and JSON files, as trees in which every key and value knows its line and column. It must not know what the
 * files mean.
 */
package io.archmeter.source;
