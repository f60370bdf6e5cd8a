/**
 * Kernels of operators of ONNX files that the catalogue does not have, in float32: whole numbers up to 2^24 are exact. They see attributes,
 * tensors and weights, and never a rule.
 */
package io.archmeter.exec.kernel.onnx;
