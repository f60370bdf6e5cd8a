/**
 * Devices as files: those that come with the tool, and those that people write. It must not know what is bounded by them.
 */
package io.archmeter.roofline.file;
