/**
 * From the text of a spec to what it says, with all problems at their places. It must not know what the layers become.
 */
package io.archmeter.spec.parse;
