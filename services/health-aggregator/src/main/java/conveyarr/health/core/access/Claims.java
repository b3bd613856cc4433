package conveyarr.health.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an identity provider says of somebody, in what it signed and in what it answers when asked who that is. */
public record Claims(Map<String, Object> values) {
    private static final int LONGEST_NAME = 64;

    /** Under which name we know the person: the one that people choose, before the number that the provider gave. Empty when there is none. */
    public Optional<String> name() {
        return Stream.of("preferred_username", "email", "name", "sub")
                .flatMap(claim -> at(values, claim).filter(String.class::isInstance).map(String.class::cast).stream())
                .map(text -> text.strip().replaceAll("\\p{Cntrl}", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)))
                .findFirst();
    }

    /** {@code claim} may be inside another: {@code realm_access.roles}. One text is taken as words between commas. */
    public List<String> groups(String claim) {
        return switch (at(values, claim).orElse(List.of())) {
            case List<?> all -> all.stream().map(String::valueOf).toList();
            case String text -> Groups.in(text).toList();
            case Object _ -> List.of();
        };
    }

    private static Optional<Object> at(Map<?, ?> values, String claim) {
        if (values.get(claim) instanceof Object found) {
            return Optional.of(found);
        }
        String[] way = claim.split("\\.", 2);
        return way.length == 2 && values.get(way[0]) instanceof Map<?, ?> inner ? at(inner, way[1]) : Optional.empty();
    }
}
