/**
 * Which layers of a network a fast pass runs as one, and the network that comes out. It must not know how they are run, or counted.
 */
package io.archmeter.fusion;
