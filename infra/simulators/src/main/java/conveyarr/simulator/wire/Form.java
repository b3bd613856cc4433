package conveyarr.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads query strings, urlencoded bodies and the text fields of multipart bodies. */
final class Form {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]+)\"?");

    private Form() {}

    static Map<String, String> read(String type, byte[] body) {
        Matcher boundary = type == null ? null : BOUNDARY.matcher(type);
        if (boundary != null && type.startsWith("multipart/") && boundary.find()) {
            return parts(boundary.group(1), new String(body, UTF_8));
        }
        return pairs(new String(body, UTF_8));
    }

    static Map<String, String> pairs(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text == null || text.isBlank() ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            // A repeated name (eventType=1&eventType=3) is kept as a list with commas.
            fields.merge(decoded(name), decoded(value), (a, b) -> a + "," + b);
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static Map<String, String> parts(String boundary, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split(Pattern.quote("--" + boundary))) {
            int gap = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(gap < 0 ? "" : part.substring(0, gap));
            if (name.find()) {
                fields.put(name.group(1), part.substring(gap + 4).replaceFirst("\r\n$", ""));
            }
        }
        return fields;
    }
}
