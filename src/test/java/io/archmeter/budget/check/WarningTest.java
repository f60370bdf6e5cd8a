package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit that only warns is found broken like any other, and fails nothing. */
class WarningTest {
    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void aModel() {
        project = new SmallProject(folder).has("net.yaml", SmallProject.NET);
    }

    /** 1,562 parameters. */
    @Test
    void whatIsOverAWarningIsFoundAndPasses() {
        CheckReport report =
                project.checks("models: net.yaml, limits: {parameters: 1600}, warn: {limits: {parameters: 1500}}");

        assertThat(report.fails()).isFalse();
        assertThat(report.failing()).isZero();
        assertThat(report.count(Verdict.KEPT)).isEqualTo(1);
        assertThat(report.count(Verdict.BROKEN)).isZero();
        assertThat(report.warnings()).isEqualTo(1);
        Finding finding = report.findings().get(0);
        assertThat(finding.judgement().headroom()).hasValue(-62);
        assertThat(finding.judgement().warns()).isTrue();
        assertThat(finding.layer()).isEqualTo("fc");
    }

    @Test
    void whatKeepsAWarningHasNoFinding() {
        Result kept = project.result("warn: {limits: {parameters: 1562}}");

        assertThat(kept.judgement().verdict()).isEqualTo(Verdict.KEPT);
        assertThat(kept.findings()).isEmpty();
    }

    @Test
    void allKindsOfLimitsWarn() {
        CheckReport report = project.checks("models: net.yaml, warn: {modules: {fc: {parameters: 1}},"
                + " layers: {'*': {parameters: 1}}, operators: {conv: {parameters: 1}}, forbidden: flatten}");

        assertThat(report.fails()).isFalse();
        assertThat(report.warnings()).isEqualTo(4);
        assertThat(report.findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("module-limit", "layer-limit", "layer-limit", "operator-limit", "forbidden-operator");
    }

    /** Unknown is not zero, but whoever asked for a warning gets one. */
    @Test
    void whatCannotBeCheckedWarnsToo() {
        CheckReport report = project.hadNothing().checks("models: net.yaml, warn: {limits: {parameters: no more}}");

        assertThat(report.fails()).isFalse();
        assertThat(report.warnings()).isEqualTo(1);
        assertThat(report.count(Verdict.NOT_CHECKED)).isZero();
    }

    @Test
    void whatFailsComesBeforeWhatWarns() {
        CheckReport report =
                project.checks("models: net.yaml, warn: {limits: {parameters: 1}}, limits: {parameters: 1500}");

        assertThat(report.fails()).isTrue();
        assertThat(report.worstFindings())
                .extracting(finding -> finding.limit().bound().text())
                .containsExactly("1500", "1");
    }

    /** Of one figure there can be a limit of each kind. */
    @Test
    void aWarningIsAnotherFindingThanAnError() {
        CheckReport report =
                project.checks("models: net.yaml, limits: {parameters: 1500}, warn: {limits: {parameters: 1400}}");

        assertThat(report.findings())
                .extracting(Finding::identity)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
