/**
 * Flat tables as Parquet files, written and read again without a library: those that there are bring Hadoop along. It must not know what a
 * table says.
 */
package io.archmeter.parquet;
