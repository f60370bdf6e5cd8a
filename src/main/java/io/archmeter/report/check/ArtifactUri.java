package io.archmeter.report.check;

import java.nio.charset.StandardCharsets;

/**
 * The name of a file as a URI (RFC 3986): relative as it is given, so that it means the same in every copy of a repository; slashes
 * forward; every byte but letters, digits and {@code -._~/} in percent.
 */
final class ArtifactUri {
    /** With what a URI begins that needs no root. */
    static final String ABSOLUTE = "file://";

    private static final String UNRESERVED = "-._~/";
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private ArtifactUri() {}

    static String of(String file) {
        String path = file.replace('\\', '/');
        boolean drive = path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/' && isLetter(path.charAt(0));
        if (drive) {
            return ABSOLUTE + "/" + path.charAt(0) + ":" + encoded(path.substring(2));
        }
        return (path.startsWith("/") ? ABSOLUTE : "") + encoded(path);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            if (isLetter(c) || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(DIGITS[c >> 4]).append(DIGITS[c & 0xF]);
            }
        }
        return uri.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
