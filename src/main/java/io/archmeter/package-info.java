/**
 * The door of the library: {@link io.archmeter.Archmeter} loads models, and a {@link io.archmeter.Model} answers
 * questions about one. It hands each question to the package that knows the answer, and knows neither reports nor the
 * command line.
 */
package io.archmeter;
