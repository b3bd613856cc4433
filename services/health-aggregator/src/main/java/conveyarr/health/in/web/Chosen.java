package conveyarr.health.in.web;

import conveyarr.health.Query.Position;
import conveyarr.health.in.Cursor;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.view.Kind;
import conveyarr.health.view.ListPage.Shown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** What a visitor of the list chose; an address that was typed wrong shows everything. */
class Chosen {
    @RestQuery
    String q;

    @RestQuery
    String stage;

    @RestQuery
    String user;

    @RestQuery
    String kind;

    @RestQuery
    String cursor;

    String text() {
        return q == null ? "" : q.strip();
    }

    String user() {
        return user == null ? "" : user.strip();
    }

    Set<String> kinds() {
        return kind != null && Kind.isKnown(kind) ? Set.of(kind) : Set.of();
    }

    Set<Stage> stages() {
        var words = List.of(stage == null ? "" : stage.toUpperCase(Locale.ROOT).split(","));
        return Stream.of(Stage.values())
                .filter(one -> words.contains(one.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
    }

    Optional<Position> after() {
        return Optional.ofNullable(cursor).flatMap(Cursor::read);
    }

    /** {@code last} is the last row when more follow. */
    Shown shown(Head last) {
        String word = stages().stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        String one = kinds().stream().findFirst().orElse("");
        String chosen =
                "requests?q=" + encoded(text()) + "&stage=" + word + "&user=" + encoded(user()) + "&kind=" + one;
        String self = cursor == null ? chosen : chosen + "&cursor=" + encoded(cursor);
        String next = last == null ? null : chosen + "&cursor=" + Cursor.of(new Position(last.updatedAt(), last.id()));
        return new Shown(new Shown.Filter(text(), word, user(), one), self, next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
