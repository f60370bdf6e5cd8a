/**
 * The parts of a document, as values: sections, tables, columns, notes, and a type of cell for each kind of value. It
 * must not know which documents there are, or how a format looks.
 */
package io.archmeter.report.document;
