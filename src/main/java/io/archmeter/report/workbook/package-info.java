/**
 * Workbooks that spreadsheets open (Office Open XML, ECMA-376): sheets, cells and how they look, as values, and what the library
 * fastexcel is told to write of them. It is the only package that knows the library, and it knows no document, and nothing
 * about networks.
 */
package io.archmeter.report.workbook;
