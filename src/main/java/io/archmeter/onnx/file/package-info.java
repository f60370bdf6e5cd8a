/** The messages of an ONNX file, with ranges of bytes in place of elements. It must not know what any of them means. */
package io.archmeter.onnx.file;
