/** How accurate models are, as others measured it: read from files, and never counted. It must not know what is counted. */
package io.archmeter.accuracy;
