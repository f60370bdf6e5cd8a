/**
 * The two sides of a comparison: models that are measured now, or that a baseline or a report remembers. It must not know how a
 * change is shown.
 */
package io.archmeter.diff.side;
