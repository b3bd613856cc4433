package conveyarr.acquisition.in;

import conveyarr.acquisition.QuestionConfig;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.cause.Evidence.Listing;
import conveyarr.acquisition.core.cause.Leg;
import conveyarr.acquisition.core.cause.Offers;
import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.acquisition.core.cause.Vigil.Watching;
import conveyarr.upstream.ArrApp;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks an *arr what it has against the releases that there are. For that it asks every indexer, and indexers count such calls: so only for what
 * is searched for in vain, seldom for one title, and seldom at one *arr.
 */
@Singleton
class ReleaseQuestion {
    private static final Duration ONCE_A_TITLE = Duration.ofDays(1);

    private final QuestionConfig config;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    private final Map<String, Instant> tried = new ConcurrentHashMap<>();

    ReleaseQuestion(QuestionConfig config) {
        this.config = config;
    }

    /** Empty when it is not the time to ask, or nobody answers. */
    Uni<Optional<Offers>> about(Kept one, Optional<Vigil> known, ArrApp arr, Instant now) {
        boolean due =
                config.ask() && known.filter(vigil -> isInVain(vigil, now)).isPresent();
        if (!due || wasAsked(one, now) || !isTurn(arr.name(), now)) {
            return Uni.createFrom().item(Optional.empty());
        }
        tried.put(one.id(), now);
        return arr.refusals(one.media())
                .map(refusals -> Optional.of(Offers.of(now, refusals)))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    static boolean canBeWanted(Leg leg, Listing listing) {
        return leg == Leg.SEARCHING && listing.known() && listing.listed() && listing.monitored() && listing.released();
    }

    private boolean isInVain(Vigil vigil, Instant now) {
        return vigil instanceof Watching w
                && w.leg() == Leg.SEARCHING
                && !w.since().plus(config.after()).isAfter(now)
                && vigil.offers()
                        .filter(offers -> offers.at().plus(ONCE_A_TITLE).isAfter(now))
                        .isEmpty();
    }

    /** Also in vain: an *arr that takes too long to answer has asked its indexers all the same. */
    private boolean wasAsked(Kept one, Instant now) {
        tried.values().removeIf(at -> !at.plus(ONCE_A_TITLE).isAfter(now));
        return tried.containsKey(one.id());
    }

    private boolean isTurn(String instance, Instant now) {
        Instant before = asked.get(instance);
        boolean turn = before == null || !before.plus(config.pause()).isAfter(now);
        if (turn) {
            asked.put(instance, now);
        }
        return turn;
    }
}
