package conveyarr.health.core.access;

/** What a login rests on. */
public sealed interface Ground {
    /** A password of that generation: a new one ends the session. */
    record ByPassword(int generation) implements Ground {}

    /** The API key itself. */
    record ByKey() implements Ground {}

    /** The word of an identity provider, which was worth this role when it was given. */
    record ByProvider(Role role) implements Ground {}

    /** As it is kept in a cookie. */
    default String word() {
        return switch (this) {
            case ByPassword(var generation) -> Integer.toString(generation);
            case ByKey _ -> "key";
            case ByProvider(var role) -> role.word();
        };
    }

    /** Of a cookie that we sealed ourselves. */
    static Ground of(String word) {
        return Role.of(word)
                .<Ground>map(ByProvider::new)
                .orElseGet(() -> word.equals("key") ? new ByKey() : new ByPassword(Integer.parseInt(word)));
    }
}
