/**
 * What follows from a model before it runs: the types and shapes of its values, the elements of small ones, which decide shapes, and the
 * multiply-adds of its nodes. A value of which something is not known says where that comes from. It must not know how a network runs.
 */
package io.archmeter.onnx.infer;
