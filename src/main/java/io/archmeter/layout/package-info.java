/** Where the boxes of a graph without cycles stand, row below row, and which way its lines take. It must not know what is drawn. */
package io.archmeter.layout;
