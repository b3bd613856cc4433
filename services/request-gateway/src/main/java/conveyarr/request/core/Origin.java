package conveyarr.request.core;

import java.util.Locale;

/** Where a setting of a connection comes from, for people. */
public final class Origin {
    private static final String PLAIN = "upstreams from the plain environment";
    private static final String SAVED = "saved";

    private Origin() {}

    /** {@code source} is what the config calls it, {@code setting} such as {@code api-key}. */
    public static String of(String source, String instance, String setting) {
        if (source.equals(SAVED)) {
            return SAVED;
        }
        if (source.equals(PLAIN)) {
            return "variable " + variable(instance + "." + setting);
        }
        if (source.contains("EnvConfigSource")) {
            return "variable " + variable("conveyarr.upstreams." + instance + "." + setting);
        }
        int file = source.indexOf("source=");
        return file < 0 ? source : lastParts(source.substring(file + "source=".length()));
    }

    /** Whether somebody may change it in a page. */
    public static boolean isSaved(String origin) {
        return origin.equals(SAVED);
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The file and its folder: the rest of the path says nothing to whoever reads it elsewhere. */
    private static String lastParts(String path) {
        String[] parts = path.replaceAll("[\\]!].*", "").split("/");
        return parts.length < 2 ? path : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
