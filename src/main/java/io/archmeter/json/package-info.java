/**
 * How JSON is written: its layout, and the values of specs in it. It must not know what a document or a file is about.
 */
package io.archmeter.json;
