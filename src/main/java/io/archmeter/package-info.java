/**
 * The door of the library: {@link io.archmeter.Archmeter} loads models, and a {@link io.archmeter.Model} answers
 * questions about one; {@link io.archmeter.Answers} writes answers as commands do. It hands each question to the package that knows
 * the answer, and must not know the command line.
 *
 * <p>The packages that the module exports are what the library promises, and no others. Until version 1.0.0 a minor version may change
 * them, and {@code CHANGELOG.md} says so; a patch changes nothing that a program sees. From 1.0.0 on a major version alone takes
 * anything away or changes what it means. Each type says since when it is there, or its package does; a record may gain
 * components in a minor version, so that programs read records and make none but {@link io.archmeter.load.LoadOptions} and what operators
 * of their own are made of.
 *
 * @since 0.2.0
 */
package io.archmeter;
