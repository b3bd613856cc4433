package conveyarr.simulator.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A method, a path such as {@code /api/v3/movie/{id}} and what to answer there. Case of the path does not matter. */
record Route(String method, String path, Function<Call, Reply> answer) {

    Optional<Map<String, String>> match(String asked) {
        String[] wanted = path.split("/");
        String[] given = asked.split("/");
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> vars = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                vars.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equalsIgnoreCase(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(vars);
    }
}
