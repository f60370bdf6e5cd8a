package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Tests in the form that Jenkins and GitLab read; {@code junit.xsd} says where that is described. */
class JUnitXmlTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JUnitXmlTest.class.getResource("/junit/junit.xsd"));
        } catch (org.xml.sax.SAXException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void aModelIsASuiteAndALimitATest() {
        assertThat(CheckedModels.written(
                        CheckFormat.JUNIT, CheckedModels.over("a.yaml", "fc"), CheckedModels.other("b.yaml")))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="archmeter check" tests="4" failures="2" errors="0">
                  <testsuite name="a.yaml" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="a.yaml" name="parameters in total: at most 1.5k">
                      <failure type="total-limit" message="parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500">specs/net.yaml:5:8: error: [total-limit] a.yaml: parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500
                    limit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26
                    heaviest: fc 1,450 (92.8%)
                    since the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450
                    remedy: make it smaller</failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="b.yaml" tests="3" failures="1" errors="0" skipped="1">
                    <testcase classname="b.yaml" name="depth: at most 2"/>
                    <testcase classname="b.yaml" name="parameters of module layer4: at most 9"><skipped message="the model has no such layer"/></testcase>
                    <testcase classname="b.yaml" name="multiply-adds in total: at most +1k">
                      <failure type="total-limit" message="multiply-adds in total not checked: the baseline does not have this model">budget.yaml:6:21: error: [total-limit] b.yaml: multiply-adds in total not checked: the baseline does not have this model
                    limit: at most +1k, at budget.yaml:6:21
                    remedy: run 'archmeter baseline' and commit what it writes</failure>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    /** There is no form for warnings: the test passes, and says what is wrong. */
    @Test
    void aWarningIsTheOutputOfATestThatPasses() {
        assertThat(CheckedModels.written(CheckFormat.JUNIT, CheckedModels.warned("a.yaml")))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="archmeter check" tests="1" failures="0" errors="0">
                  <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">
                    <testcase classname="a.yaml" name="parameters in total: at most 1.5k (warning)">
                      <system-out>specs/net.yaml:5:8: warning: [total-limit] a.yaml: parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500
                    limit: at most 1.5k, the baseline has 1,112, at budget.yaml:3:26
                    heaviest: fc 1,450 (92.8%)
                    since the baseline: fc changed (features 7 → 10, output 1×7 → 1×10), +450
                    remedy: make it smaller</system-out>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void itIsValid() {
        String xml = CheckedModels.written(
                CheckFormat.JUNIT,
                CheckedModels.over(CheckedModels.STRANGE, CheckedModels.STRANGE),
                CheckedModels.other("b.yaml"),
                CheckedModels.warned("d.yaml"),
                CheckedModels.gone("b.yaml"));

        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml))))
                .doesNotThrowAnyException();
    }

    @Test
    void theSchemaRefusesWhatIsNone() {
        String xml = CheckedModels.written(CheckFormat.JUNIT, CheckedModels.kept("a.yaml"));

        assertThatCode(() -> SCHEMA.newValidator()
                        .validate(new StreamSource(new StringReader(xml.replace(" errors=\"0\"", "")))))
                .hasMessageContaining("errors");
    }

    /** What cannot be seen is a code, which XML 1.0 could not write in another way; all else comes back. */
    @Test
    void aParserReadsTheSameNames() throws Exception {
        String xml = CheckedModels.written(
                CheckFormat.JUNIT, CheckedModels.over(CheckedModels.STRANGE, CheckedModels.STRANGE));
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        Element test = (Element) suites.getElementsByTagName("testcase").item(0);
        String name = CheckedModels.STRANGE.replace("\u0001", "\\u0001").replace("\n", "\\u000a");

        assertThat(test.getAttribute("classname")).isEqualTo(name);
        assertThat(test.getTextContent()).contains("heaviest: " + name + " 1,450");
    }
}
