/** A network as people read it: layers in modules, modules in modules, each level a graph without cycles. It must not know how it is drawn. */
package io.archmeter.nesting;
