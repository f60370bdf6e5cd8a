/**
 * From what is known of an ONNX model to a graph: which nodes are layers and how they are called, which tensors are parameters, and which
 * operator of the catalogue says exactly what a node does. It must not know how a node is inferred.
 */
package io.archmeter.onnx.network;
