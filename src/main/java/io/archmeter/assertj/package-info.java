/**
 * Assertions for AssertJ, with which the tests of a project hold its models to limits. It is the only package that
 * knows AssertJ, and must not know the command line.
 */
package io.archmeter.assertj;
