package conveyarr.health.core.access;

/** What a login rests on. */
public sealed interface Ground {
    String PART = ":";

    /** A password of that generation: a new one ends the session. */
    record ByPassword(int generation) implements Ground {}

    /** The API key itself. */
    record ByKey() implements Ground {}

    /** The word of an identity provider, which was worth this role under the settings that {@code mark} stands for. */
    record ByProvider(Role role, String mark) implements Ground {}

    /** As it is kept in a cookie. */
    default String word() {
        return switch (this) {
            case ByPassword(var generation) -> Integer.toString(generation);
            case ByKey _ -> "key";
            case ByProvider(var role, var mark) -> role.word() + PART + mark;
        };
    }

    /** Of a cookie that we sealed ourselves. */
    static Ground of(String word) {
        String[] parts = word.split(PART, 2);
        return Role.of(parts[0])
                .<Ground>map(role -> new ByProvider(role, parts[1]))
                .orElseGet(() -> word.equals("key") ? new ByKey() : new ByPassword(Integer.parseInt(word)));
    }
}
