/**
 * Sweeps in parts: what one machine of many does, a part at a time, and the door to those that have many machines. It must not know which these
 * are.
 */
package io.archmeter.sweep.part;
