/**
 * Assertions for AssertJ, with which the tests of a project hold its models to limits. It is the only package that
 * knows AssertJ, and must not know the command line.
 *
 * @since 0.2.0
 */
package io.archmeter.assertj;
