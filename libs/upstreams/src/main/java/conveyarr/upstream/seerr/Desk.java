package conveyarr.upstream.seerr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.upstream.RequestPortal.Account;
import conveyarr.upstream.RequestPortal.Contacts;
import conveyarr.upstream.RequestPortal.Counts;
import conveyarr.upstream.RequestPortal.Wish;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Seerr does for those who ask and for those who decide. */
record Desk(String name, SeerrDeskApi api) {
    private static final int PAGE = 100;
    private static final String RECENT = "-recently-added-scan";
    private static final Set<String> WITHOUT_SERVER = Set.of("radarr-scan", "sonarr-scan");
    private static final ObjectMapper JSON = new ObjectMapper();

    Uni<Counts> counts() {
        return api.count()
                .map(c ->
                        new Counts(c.total(), c.pending(), c.approved(), c.declined(), c.processing(), c.available()));
    }

    Uni<List<Account>> accounts(int skip) {
        return api.users(PAGE, skip).chain(page -> {
            var found = Stream.ofNullable(page.results())
                    .flatMap(List::stream)
                    .map(Desk::account)
                    .toList();
            return found.size() < PAGE
                    ? Uni.createFrom().item(found)
                    : accounts(skip + PAGE).map(rest -> joined(found, rest));
        });
    }

    Uni<Contacts> contacts(long account) {
        return api.notifications(account)
                .map(shown -> new Contacts(filled(shown.discordId()), filled(shown.telegramChatId())));
    }

    /** The number of the request that was made. */
    Uni<Long> ask(Wish wish) {
        boolean series = wish.title().media().kind().equals("series");
        Object seasons = wish.seasons().isEmpty() ? "all" : wish.seasons();
        var wanted = new SeerrDeskApi.Wanted(
                series ? "tv" : "movie", wish.title().tmdb(), series ? seasons : null, wish.uhd());
        return inItsWords(api.ask(wish.account(), wanted)).map(made -> {
            if (made.id() <= 0) {
                throw declined(Objects.requireNonNullElse(made.message(), "it made no request"));
            }
            return made.id();
        });
    }

    Uni<Void> act(long number, RequestAction action) {
        return switch (action) {
            case APPROVE, DECLINE, RETRY ->
                inItsWords(api.step(number, action.name().toLowerCase(Locale.ROOT)))
                        .replaceWithVoid();
            case WITHDRAW -> inItsWords(api.delete(number));
        };
    }

    /** The look at what the media server has got lately; without a media server, at what the *arr programs have. */
    Uni<Void> lookAtLibrary() {
        return api.jobs().map(Desk::looks).chain(looks -> Multi.createFrom()
                .iterable(looks)
                .onItem()
                .transformToUniAndConcatenate(api::run)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    Uni<List<String>> announcers() {
        return new Agents(api).announcing();
    }

    private static List<String> looks(List<SeerrDeskApi.Job> jobs) {
        var ids =
                jobs.stream().map(SeerrDeskApi.Job::id).filter(Objects::nonNull).toList();
        var recent = ids.stream().filter(id -> id.endsWith(RECENT)).toList();
        return recent.isEmpty() ? ids.stream().filter(WITHOUT_SERVER::contains).toList() : recent;
    }

    /** It knows the key; what it refuses is this. */
    private <T> Uni<T> inItsWords(Uni<T> call) {
        return call.onFailure(Refused.class)
                .transform(failure -> declined(said(((Refused) failure).words())))
                .onFailure(Declined.class)
                .transform(failure -> declined(said(((Declined) failure).words())));
    }

    private Declined declined(String words) {
        String help = words.contains("csrf") ? "; switch off 'Enable CSRF Protection' in its network settings" : "";
        return new Declined(name + " says no: " + words + help, words + help);
    }

    /** Its errors are objects with a message. */
    static String said(String body) {
        try {
            var json = JSON.readTree(body);
            String message = json == null
                    ? ""
                    : json.path("message").asText(json.path("error").asText(""));
            return message.isBlank() ? Words.line(body) : Words.line(message);
        } catch (JsonProcessingException _) {
            return Words.line(body);
        }
    }

    private static Account account(SeerrDeskApi.User user) {
        List<String> names = Stream.of(user.username(), user.plexUsername(), user.jellyfinUsername())
                .flatMap(name -> filled(name).stream())
                .map(Words::name)
                .distinct()
                .toList();
        String shown = filled(user.displayName()).map(Words::name).orElse("");
        return new Account(user.id(), shown, filled(user.email()).map(Words::line), names);
    }

    private static Optional<String> filled(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
