/** What can be drawn, as values: exact numbers with their words. It must not know how a drawing looks, or what a network is. */
package io.archmeter.report.picture;
