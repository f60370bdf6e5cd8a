/**
 * From a graph to the spec that describes it: operators in the words of specs, layers below the names of their modules, as YAML or JSON.
 * It must not know where the graph came from, nor how a spec is read.
 *
 * @since 0.2.0
 */
package io.archmeter.spec.write;
