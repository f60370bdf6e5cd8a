/**
 * Snapshots in files: baselines, written and read, and reports, read. It must not know what is compared with them.
 */
package io.archmeter.snapshot.file;
