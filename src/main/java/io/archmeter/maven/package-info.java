/**
 * The goal {@code archmeter:check} of builds by Maven: the command {@code archmeter check}, with parameters in place of options. It is the
 * only package that knows Maven, nobody imports it, and it must know nothing of networks.
 */
package io.archmeter.maven;
