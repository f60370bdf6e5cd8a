/**
 * What a network must move and compute, and the least time that this takes on a device: the roofline model (Williams, Waterman and
 * Patterson 2009, doi:10.1145/1498765.1498785). It must not know where devices are written, nor how its figures are shown.
 */
package io.archmeter.roofline;
