package conveyarr.acquisition.cause;

import static conveyarr.acquisition.core.cause.Leg.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.cause.Evidence;
import conveyarr.acquisition.core.cause.Evidence.Complaint;
import conveyarr.acquisition.core.cause.Evidence.Listing;
import conveyarr.acquisition.core.cause.Evidence.Told;
import conveyarr.acquisition.core.cause.Leg;
import conveyarr.acquisition.core.cause.Limits;
import conveyarr.acquisition.core.cause.Offers;
import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.acquisition.core.cause.Vigil.AtRest;
import conveyarr.acquisition.core.cause.VigilSignal;
import conveyarr.acquisition.core.cause.VigilSignal.Ended;
import conveyarr.acquisition.core.cause.VigilSignal.Heard;
import conveyarr.acquisition.core.cause.VigilSignal.Looked;
import conveyarr.acquisition.core.cause.Watchman;
import conveyarr.events.AcquisitionEvent.AttentionNeeded;
import conveyarr.events.AcquisitionEvent.CauseCleared;
import conveyarr.events.AcquisitionEvent.CauseFound;
import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Titles that wait, with the time as data. Every state goes through JSON, as over a restart. */
class VigilTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final MediaId MATRIX = MediaId.movie(603);
    private static final Limits LIMITS = new Limits(ofHours(6), ofHours(12), ofMinutes(30), ofMinutes(5));
    private static final Complaint INDEXERS = new Complaint("radarr", "IndexerStatusCheck", true, "All fail");
    private static final Listing THERE = new Listing(true, true, true, true, Optional.empty(), false);
    private static final Listing UNRELEASED = new Listing(true, true, true, false, Optional.empty(), false);

    private Vigil vigil = new AtRest(Optional.empty());
    private final List<DomainEvent> told = new ArrayList<>();

    @Test
    void a_cause_is_told_when_it_comes_and_when_it_goes_and_not_with_each_look() {
        look(0, SEARCHING, THERE, INDEXERS);
        look(5, SEARCHING, THERE, INDEXERS);
        look(90, SEARCHING, THERE);
        assertThat(told)
                .containsExactly(
                        new CauseFound(
                                MATRIX,
                                "radarr",
                                "NO_INDEXER_ANSWERS",
                                "All fail",
                                "radarr",
                                true,
                                NOON,
                                "Failing indexers are asked again after a while",
                                "Look at the indexers in Prowlarr or in the *arr"),
                        new CauseCleared(MATRIX, "radarr", "NO_INDEXER_ANSWERS", ofMinutes(90)));
    }

    @Test
    void beyond_its_limit_a_person_is_called_once_with_the_cause() {
        look(0, SEARCHING, THERE, INDEXERS);
        look(359, SEARCHING, THERE, INDEXERS);
        assertThat(told).hasOnlyElementsOfType(CauseFound.class);
        look(360, SEARCHING, THERE, INDEXERS);
        look(600, SEARCHING, THERE, INDEXERS);
        assertThat(told).hasExactlyElementsOfTypes(CauseFound.class, AttentionNeeded.class);
        var late = (AttentionNeeded) told.getLast();
        assertThat(late.stage()).isEqualTo("SEARCHING");
        assertThat(late.limit()).isEqualTo(ofHours(6));
        assertThat(late.code()).isEqualTo("NO_INDEXER_ANSWERS");
    }

    @Test
    void beyond_its_limit_nothing_is_without_a_cause_even_when_nobody_says_why() {
        for (Leg leg : Leg.values()) {
            vigil = new AtRest(Optional.empty());
            told.clear();
            look(0, leg, THERE);
            assertThat(told).isEmpty();
            look(12 * 60, leg, THERE);
            assertThat(told).hasExactlyElementsOfTypes(CauseFound.class, AttentionNeeded.class);
            assertThat(((CauseFound) told.getFirst()).code()).isEqualTo("NO_WORD");
            assertThat(((CauseFound) told.getFirst()).certain()).isFalse();
        }
    }

    @Test
    void what_was_found_against_all_releases_is_the_cause_until_one_is_grabbed() {
        look(0, SEARCHING, THERE);
        var evidence = evidence(20, SEARCHING, THERE);
        on(new Looked(at(20), evidence.with(Optional.of(Offers.of(at(20), List.of(List.of("Sample")))))));
        look(360, SEARCHING, THERE);
        assertThat(told).hasExactlyElementsOfTypes(CauseFound.class, AttentionNeeded.class);
        assertThat(((AttentionNeeded) told.getLast()).code()).isEqualTo("REJECTED");
        look(361, DOWNLOADING, THERE);
        assertThat(told.getLast()).isInstanceOf(CauseCleared.class);
        assertThat(vigil.offers()).isEmpty();
    }

    @Test
    void what_is_not_released_calls_nobody_until_it_is() {
        look(0, SEARCHING, UNRELEASED);
        look(100_000, SEARCHING, UNRELEASED);
        assertThat(told).hasOnlyElementsOfType(CauseFound.class);
        look(100_001, SEARCHING, THERE, INDEXERS);
        assertThat(told).hasExactlyElementsOfTypes(CauseFound.class, CauseFound.class, AttentionNeeded.class);
    }

    @Test
    void it_is_looked_at_again_in_time_for_its_limit_and_less_often_the_longer_it_waits() {
        look(0, SEARCHING, THERE);
        assertThat(vigil.due()).contains(at(5));
        look(357, SEARCHING, THERE);
        assertThat(vigil.due()).contains(at(360));
        look(1000, SEARCHING, THERE);
        assertThat(vigil.due()).contains(at(1100));
    }

    @Test
    void each_leg_has_its_own_time_and_bytes_that_arrive_begin_it_anew() {
        look(0, SEARCHING, THERE);
        look(350, DOWNLOADING, THERE);
        hear(350 + 700, Optional.empty(), true);
        look(350 + 800, DOWNLOADING, THERE);
        assertThat(told).isEmpty();
        look(350 + 700 + 720, DOWNLOADING, THERE);
        assertThat(told).hasExactlyElementsOfTypes(CauseFound.class, AttentionNeeded.class);
        look(350 + 700 + 730, IMPORTING, THERE);
        assertThat(told).hasSize(3).last().isInstanceOf(CauseCleared.class);
    }

    @Test
    void what_was_heard_before_the_first_look_is_not_forgotten() {
        hear(1, Optional.of(new Told("HELD_VPN_DOWN", "VPN lost", "qbittorrent", Optional.empty())), false);
        look(2, DOWNLOADING, THERE);
        assertThat(((CauseFound) told.getFirst()).code()).isEqualTo("HELD_VPN_DOWN");
        hear(10, Optional.empty(), true);
        look(11, DOWNLOADING, THERE);
        assertThat(told.getLast()).isEqualTo(new CauseCleared(MATRIX, "radarr", "HELD_VPN_DOWN", ofMinutes(9)));
    }

    @Test
    void the_end_clears_the_cause_and_a_new_search_begins_a_new_time() {
        look(0, SEARCHING, THERE, INDEXERS);
        on(new Ended(at(10), Optional.empty()));
        assertThat(told).hasExactlyElementsOfTypes(CauseFound.class, CauseCleared.class);
        assertThat(vigil.due()).isEmpty();
        look(1000, SEARCHING, THERE);
        look(1000 + 359, SEARCHING, THERE);
        assertThat(told).hasSize(2);
    }

    private void look(int minute, Leg leg, Listing listing, Complaint... complaints) {
        on(new Looked(at(minute), evidence(minute, leg, listing, complaints)));
    }

    private Evidence evidence(int minute, Leg leg, Listing listing, Complaint... complaints) {
        var download = leg == SEARCHING ? Optional.<String>empty() : Optional.of("D1");
        return new Evidence(
                at(minute),
                at(minute),
                "radarr",
                leg,
                download,
                listing,
                List.of(),
                List.of(complaints),
                List.of(),
                vigil.told());
    }

    private void hear(int minute, Optional<Told> word, boolean moved) {
        on(new Heard(at(minute), "D1", word, moved));
    }

    private void on(VigilSignal signal) {
        var next = new Watchman(LIMITS, "radarr", MATRIX).on(vigil, signal);
        vigil = Json.read(Json.write(next.state()), next.state().getClass());
        assertThat(vigil).isEqualTo(next.state());
        next.effects().forEach(effect -> told.add(((Publish) effect).event()));
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
