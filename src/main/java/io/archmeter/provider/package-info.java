/** What projects put on the class path for Archmeter to find. It must not know what that is. */
package io.archmeter.provider;
