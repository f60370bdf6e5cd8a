/** How numbers, names and glyphs look in a line of text. It must not know networks or documents. */
package io.archmeter.report.text;
