/**
 * Rows of a sweep as lines of a file, to be written as they come and read again where a run was stopped. It must not know where the file
 * lies.
 */
package io.archmeter.sweep.rows;
