/**
 * Where the files of a spec are read from: folders, revisions, pipes, and what comes with the tool. It must not know what is
 * in them.
 */
package io.archmeter.spec.library;
