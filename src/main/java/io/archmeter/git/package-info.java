/**
 * Files as they are in a git revision, and their paths in a repository. It runs the {@code git} command, and must not
 * know what is in the files.
 */
package io.archmeter.git;
