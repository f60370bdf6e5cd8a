/**
 * The documents of the commands: which columns, sections and notes show the answer to a question. It must not know how
 * a format looks.
 */
package io.archmeter.report;
