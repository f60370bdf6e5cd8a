/**
 * Conventions as files: those that come with the tool, and those that people write. It must not know what is counted by them.
 */
package io.archmeter.convention.file;
