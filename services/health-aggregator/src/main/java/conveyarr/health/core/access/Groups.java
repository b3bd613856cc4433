package conveyarr.health.core.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** What the groups of somebody who logs in elsewhere are worth here: those of the admins and of the operators; everybody else has the usual role. */
public record Groups(Set<String> admins, Set<String> operators, Role usual) {
    /** Several in one text, as proxies and some providers send them. */
    static Stream<String> in(String text) {
        return Stream.of(text.split("[,;|]")).map(String::strip);
    }

    public Role role(Collection<String> mine) {
        if (mine.stream().anyMatch(admins::contains)) {
            return Role.ADMIN;
        }
        return mine.stream().anyMatch(operators::contains) ? Role.OPERATOR : usual;
    }
}
