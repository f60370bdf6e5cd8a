/**
 * What a check of budgets found, as a document and in the formats of build servers: JUnit, SARIF and GitHub's
 * annotations. It must not know how a limit is checked.
 */
package io.archmeter.report.check;
