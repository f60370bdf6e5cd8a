/**
 * How what a network costs grows with its batch, its input or a param of its spec: exact polynomials, found by interpolation and checked
 * at further points, and the way back, the largest of these within limits. It knows no report and no command line.
 */
package io.archmeter.growth;
