package conveyarr.flow.config;

import java.util.Locale;

/** Where a setting comes from, for people. */
public final class Origin {
    private Origin() {}

    /** {@code source} is what the config calls it, {@code key} the setting's full key. */
    static String of(String source, String key, SavedEntries.Subject subject) {
        if (source.equals(SavedSettings.NAME)) {
            return SavedSettings.NAME;
        }
        if (source.equals(subject.plainSource())) {
            return "variable " + subject.plainVariable().apply(key);
        }
        if (source.contains("EnvConfigSource")) {
            return "variable " + variable(key);
        }
        int file = source.indexOf("source=");
        return file < 0 ? source : lastParts(source.substring(file + "source=".length()));
    }

    /** Whether somebody may change it in a page. */
    public static boolean isSaved(String origin) {
        return origin.equals(SavedSettings.NAME);
    }

    /** As the environment has such a key. */
    public static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The file and its folder: the rest of the path says nothing to whoever reads it elsewhere. */
    private static String lastParts(String path) {
        String[] parts = path.replaceAll("[\\]!].*", "").split("/");
        return parts.length < 2 ? path : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
