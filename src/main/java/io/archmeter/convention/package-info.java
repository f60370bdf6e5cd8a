/**
 * What a tool or a lecture counts of networks: prices for each operator, and what a network comes to by them. It must not know where
 * conventions are written, nor how their figures are shown.
 */
package io.archmeter.convention;
