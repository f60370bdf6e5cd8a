/**
 * Spaces as files: those that come with the tool, and people's own, with their schema. It must not know what comes of points.
 */
package io.archmeter.sweep.file;
