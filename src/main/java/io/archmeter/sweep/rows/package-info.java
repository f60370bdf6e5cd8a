/**
 * Rows of a sweep as lines of a file, or as tables of its parts, to be written as they come and read again where a run was stopped. It must not
 * know where a file lies.
 */
package io.archmeter.sweep.rows;
