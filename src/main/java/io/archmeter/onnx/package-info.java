/**
 * Graphs to ONNX files: one converter for each operator, or for a family of them, and the parts of the file format
 * that they need. It must not know how a graph was described, or what it costs.
 *
 * @since 0.2.0
 */
package io.archmeter.onnx;
