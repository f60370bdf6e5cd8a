/**
 * Workbooks that spreadsheets open (Office Open XML, ECMA-376): sheets, cells and how they look, as values, and the file of
 * them. It knows no document, and nothing about networks.
 *
 * <p>It is written here, and not by a library such as fastexcel, because of two promises: a formula has its value beside it, for
 * viewers that do not compute, and the same answer is the same bytes, with no time in them.
 */
package io.archmeter.report.workbook;
