package conveyarr.upstream.seerr;

import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seerr, Jellyseerr or Overseerr in our words. */
record Seerr(String name, SeerrApi api, Desk desk, Titles titles, Approved approved, InstantSource clock)
        implements RequestPortal {
    static final String KIND = "seerr";
    private static final int PAGE = 100;
    private static final int TITLES_AT_ONCE = 4;
    private static final SeerrApi.Status UNKNOWN = new SeerrApi.Status("unknown");

    @Override
    public String kind() {
        return KIND;
    }

    /** The version may be late, because Seerr asks GitHub first; what counts is that it takes the key. */
    @Override
    public Uni<Alive> probe() {
        return api.me()
                .chain(_ -> api.status().onFailure(UpstreamTrouble.class).recoverWithItem(UNKNOWN))
                .map(status ->
                        new Alive(status.version(), SeerrWords.product(status.version()) + " " + status.version()));
    }

    @Override
    public Uni<List<RequestSeen>> requests() {
        return approved.orRead(() -> all("approved", 0)).chain(before -> all("pending", 0)
                .chain(pending -> all("failed", 0).chain(failed -> api.requests("all", NEWEST, 0)
                        .map(Seerr::results)
                        .chain(newest ->
                                seen(byId(List.of(approved.beside(newest, before), pending, failed, newest)))))));
    }

    @Override
    public Uni<Optional<RequestSeen>> request(long number) {
        return api.request(number)
                .chain(request -> SeerrList.isReadable(request)
                        ? seen(List.of(request)).map(all -> all.stream().findFirst())
                        : Uni.createFrom().item(Optional.<RequestSeen>empty()))
                .onFailure(Nonsense.class)
                .recoverWithUni(failure -> ((Nonsense) failure).isNotFound()
                        ? Uni.createFrom().item(Optional.empty())
                        : Uni.createFrom().failure(failure));
    }

    @Override
    public Uni<Counts> counts() {
        return desk.counts();
    }

    @Override
    public Uni<List<Found>> search(String words) {
        return new Search(desk.api()).by(words);
    }

    @Override
    public Uni<Optional<Found>> find(MediaId media) {
        return new Search(desk.api()).of(media);
    }

    @Override
    public Uni<List<Account>> accounts() {
        return desk.accounts(0);
    }

    @Override
    public Uni<Contacts> contacts(long account) {
        return desk.contacts(account);
    }

    @Override
    public Uni<RequestSeen> ask(Wish wish) {
        return desk.ask(wish).chain(number -> request(number)
                .map(made -> made.orElseThrow(
                        () -> new Nonsense(name + " made request " + number + " and does not show it"))));
    }

    @Override
    public Uni<Void> act(long number, RequestAction action) {
        return desk.act(number, action);
    }

    @Override
    public Uni<Void> lookAtLibrary() {
        return desk.lookAtLibrary();
    }

    @Override
    public Uni<List<String>> announcers() {
        return desk.announcers();
    }

    /** All pages from {@code skip} on, newest first; a request that comes in meanwhile shows one item twice, which does not matter. */
    private Uni<List<SeerrApi.Request>> all(String filter, int skip) {
        return api.requests(filter, PAGE, skip).chain(page -> {
            var found = results(page);
            return found.size() < PAGE
                    ? Uni.createFrom().item(found)
                    : all(filter, skip + PAGE).map(rest -> joined(found, rest));
        });
    }

    private Uni<List<RequestSeen>> seen(Collection<SeerrApi.Request> requests) {
        var list = new SeerrList(name, clock.instant());
        return Multi.createFrom()
                .iterable(requests)
                .onItem()
                .transformToUni(request -> titles.of(request).map(title -> list.seen(request, title)))
                .merge(TITLES_AT_ONCE)
                .collect()
                .asList();
    }

    /** Later lists were read later, so they count. */
    private static Collection<SeerrApi.Request> byId(List<List<SeerrApi.Request>> lists) {
        Map<Long, SeerrApi.Request> all = new TreeMap<>();
        lists.forEach(
                list -> list.stream().filter(SeerrList::isReadable).forEach(request -> all.put(request.id(), request)));
        return all.values();
    }

    private static List<SeerrApi.Request> results(SeerrApi.Page page) {
        return page.results() == null ? List.of() : page.results();
    }

    private static List<SeerrApi.Request> joined(List<SeerrApi.Request> one, List<SeerrApi.Request> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
