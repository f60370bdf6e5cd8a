package io.archmeter.report.workbook;

/** What the parts of a workbook have in common (ECMA-376-1 and -2). */
final class Part {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Part() {}

    static String sheet(int number) {
        return "worksheets/sheet" + number + ".xml";
    }

    static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }
}
