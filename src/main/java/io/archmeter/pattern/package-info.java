/** Patterns for names, with wildcards for any text: {@code vgg*}. It knows nothing of models or files. */
package io.archmeter.pattern;
