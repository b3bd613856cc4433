package conveyarr.upstream;

import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.RequestAction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where people ask for media: Seerr, Jellyseerr, Overseerr. */
public interface RequestPortal extends Upstream {
    /** So many of the newest requests are in every answer, whatever their state: one that is newer than these and not there is gone. */
    int NEWEST = 50;

    /**
     * The {@link #NEWEST} newest requests and all that are not finished, each in its present state (never trust "changed since": Seerr 3.1.0 does not
     * keep it). The approved ones that are older than the newest may be as they were some minutes ago.
     */
    Uni<List<Sighting.RequestSeen>> requests();

    /** One request as it is at this moment; empty when there is none of this number, or none that we can read. */
    Uni<Optional<Sighting.RequestSeen>> request(long number);

    Uni<Counts> counts();

    /** The movies and series that these words may mean, the likeliest first. */
    Uni<List<Found>> search(String words);

    /** The title that this id means; empty for what a portal does not offer. */
    Uni<Optional<Found>> find(MediaId media);

    Uni<List<Account>> accounts();

    /** Where this account wants to be told of things, as far as the portal knows and shows it. */
    Uni<Contacts> contacts(long account);

    /** Asks as that account does it, with the rights of that account; fails with {@code Declined} and the portal's own words. */
    Uni<Sighting.RequestSeen> ask(Wish wish);

    /** Does this to a request; an action that has nothing to change does nothing. Fails with {@code Declined} and the portal's own words. */
    Uni<Void> act(long number, RequestAction action);

    /** Has it look now for what is new in the library, which it does by itself every few minutes. Asked twice, it looks once. */
    Uni<Void> lookAtLibrary();

    /** The channels by which it tells people itself that something is available, such as {@code discord}; we would tell them the same. */
    Uni<List<String>> announcers();

    /** {@code tmdb} is its number at TMDB, by which a portal calls movies and series alike. */
    record Found(MediaId media, long tmdb, String title, Optional<Integer> year, String overview) {}

    /** {@code seasons} are empty for all of a series. */
    record Wish(Found title, List<Integer> seasons, boolean uhd, long account) {}

    /** Whoever may ask for media there. {@code alsoKnownAs} are the other names that the owner may call this person by. */
    record Account(long id, String name, Optional<String> email, List<String> alsoKnownAs) {}

    record Contacts(Optional<String> discord, Optional<String> telegram) {
        public static final Contacts NONE = new Contacts(Optional.empty(), Optional.empty());
    }

    /** How many requests are in which state. */
    record Counts(int total, int pending, int approved, int declined, int processing, int available) {}
}
