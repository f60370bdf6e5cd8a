/**
 * The loops of {@code exec.matrix}, written with the Vector API. They are compiled apart from all other classes, which
 * must not refer to them: the API is an incubating module, and not always there.
 */
package io.archmeter.exec.vector;
