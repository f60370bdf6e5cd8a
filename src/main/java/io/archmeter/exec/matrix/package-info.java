/**
 * Products of matrices, the transforms of Winograd convolutions, stencils, and functions of floats, in plain Java. It finds
 * the classes that use the Vector API by name, where Java has it, and must not know what the numbers are for.
 */
package io.archmeter.exec.matrix;
