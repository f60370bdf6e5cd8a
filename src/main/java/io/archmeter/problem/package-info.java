/**
 * What is wrong with an input, where it is wrong, and what to do about it. It is used by all other packages and knows
 * none of them.
 *
 * @since 0.2.0
 */
package io.archmeter.problem;
