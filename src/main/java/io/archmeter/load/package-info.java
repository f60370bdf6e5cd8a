/**
 * What is said from outside when a model is loaded, and which models come with the tool: values that the library's door takes and
 * gives. It must not know how anything is loaded.
 *
 * @since 0.2.0
 */
package io.archmeter.load;
