/**
 * Budget files: how they are read, their schema, and the search for the models that they name. It must not know how a
 * limit is checked.
 */
package io.archmeter.budget.file;
