/** HTML and SVG, element by element, and the style and the script of a page. It must not know what is shown. */
package io.archmeter.report.markup;
