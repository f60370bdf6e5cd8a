/** Pictures as SVG, a class for each of them. It must not know networks. */
package io.archmeter.report.svg;
