/**
 * The command line: a class for each command, with its options, and the files and streams that it writes to. What a
 * command computes is in the other packages, which must not know this one.
 */
package io.archmeter.cli;
