package conveyarr.upstream.seerr;

import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.seerr.Present.Dated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Seerr, Jellyseerr or Overseerr in our words. */
record Seerr(String name, SeerrApi api, Desk desk, Titles titles, Approved approved, InstantSource clock)
        implements RequestPortal {
    static final String KIND = "seerr";
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
        return new Present(api, approved).at(clock.instant()).chain(this::seen);
    }

    @Override
    public Uni<Optional<RequestSeen>> request(long number) {
        Instant now = clock.instant();
        return api.request(number)
                .chain(request -> SeerrList.isReadable(request)
                        ? seen(List.of(new Dated(request, now)))
                                .map(all -> all.stream().findFirst())
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

    private Uni<List<RequestSeen>> seen(Collection<Dated> requests) {
        return Multi.createFrom()
                .iterable(requests)
                .onItem()
                .transformToUni(one ->
                        titles.of(one.request()).map(title -> new SeerrList(name, one.at()).seen(one.request(), title)))
                .merge(TITLES_AT_ONCE)
                .collect()
                .asList();
    }
}
