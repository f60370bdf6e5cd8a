/**
 * JSON Schemas of the files that people write, for their editors. It must not know which files these are.
 */
package io.archmeter.schema;
