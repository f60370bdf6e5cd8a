/**
 * Products of matrices, and the transforms of Winograd convolutions, in plain Java. It finds the classes that use the
 * Vector API by name, where Java has it, and must not know what the matrices are for.
 */
package io.archmeter.exec.matrix;
