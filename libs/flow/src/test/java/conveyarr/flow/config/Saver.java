package conveyarr.flow.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who saves many settings one after the other, in a process of its own. */
final class Saver {
    static final int TIMES = 40;

    private Saver() {}

    public static void main(String[] args) throws IOException {
        save(Path.of(args[0]), args[1]);
    }

    static Void save(Path data, String name) throws IOException {
        for (int i = 0; i < TIMES; i++) {
            String key = "conveyarr." + name + "." + i;
            new SavedFile(data, "connections").change(before -> with(before, key));
        }
        return null;
    }

    private static Map<String, String> with(Map<String, String> before, String key) {
        var all = new TreeMap<>(before);
        all.put(key, "x");
        return all;
    }
}
