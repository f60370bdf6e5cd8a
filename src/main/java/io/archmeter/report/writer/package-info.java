/**
 * The writers of documents, one for each format. They know types of cells, and must not know columns or what a
 * document is about.
 */
package io.archmeter.report.writer;
