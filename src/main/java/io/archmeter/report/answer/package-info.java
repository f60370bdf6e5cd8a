/**
 * Answers in whatever format somebody wants: which documents a format shows of an answer, and the one way in which they are written,
 * for commands and for programs. It must not know where they go.
 */
package io.archmeter.report.answer;
