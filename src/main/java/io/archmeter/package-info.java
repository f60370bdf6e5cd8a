/**
 * The door of the library: {@link io.archmeter.Archmeter} loads models, and a {@link io.archmeter.Model} answers
 * questions about one; {@link io.archmeter.Answers} writes answers as commands do. It hands each question to the package that knows
 * the answer, and must not know the command line.
 */
package io.archmeter;
