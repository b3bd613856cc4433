package conveyarr.acquisition.cause;

import static conveyarr.acquisition.core.cause.Leg.*;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.cause.Cause;
import conveyarr.acquisition.core.cause.Causes;
import conveyarr.acquisition.core.cause.Evidence;
import conveyarr.acquisition.core.cause.Evidence.Complaint;
import conveyarr.acquisition.core.cause.Evidence.Listing;
import conveyarr.acquisition.core.cause.Evidence.Quiet;
import conveyarr.acquisition.core.cause.Evidence.Role;
import conveyarr.acquisition.core.cause.Evidence.Row;
import conveyarr.acquisition.core.cause.Evidence.Told;
import conveyarr.acquisition.core.cause.Leg;
import conveyarr.acquisition.core.cause.Missing;
import conveyarr.acquisition.core.cause.Offers;
import conveyarr.events.Episodes;
import conveyarr.events.Episodes.Number;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each row of the table, with the states and the words that the programs send. */
class CausesTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Optional<String> D1 = Optional.of("D1");
    private static final Complaint ALL_INDEXERS =
            new Complaint("radarr", "IndexerStatusCheck", true, "All indexers are unavailable due to failures");

    @Test
    void a_title_that_moves_has_no_cause() {
        for (Leg leg : Leg.values()) {
            assertThat(Causes.of(of(leg).evidence())).isEmpty();
        }
        assertThat(Causes.of(of(DOWNLOADING).row("downloading", "downloading").evidence()))
                .isEmpty();
        assertThat(Causes.of(of(IMPORTING).row("completed", "importpending").evidence()))
                .isEmpty();
    }

    @Test
    void not_released_yet_and_when_it_will_be() {
        var from = Optional.of(Instant.parse("2030-03-05T00:00:00Z"));
        var cause = cause(of(SEARCHING).listed(new Listing(true, true, true, false, from, false)));
        assertThat(cause.code()).isEqualTo("NOT_RELEASED");
        assertThat(cause.text()).isEqualTo("It is not released yet; it is expected on 2030-03-05");
        assertThat(cause.calm()).isTrue();
        var never = of(SEARCHING).listed(new Listing(true, true, true, false, Optional.empty(), false));
        assertThat(cause(never).text()).endsWith("nobody knows when it will be");
    }

    @Test
    void not_monitored_and_not_listed_any_more() {
        assertThat(cause(of(SEARCHING).listed(new Listing(true, true, false, true, Optional.empty(), false)))
                        .code())
                .isEqualTo("NOT_MONITORED");
        assertThat(cause(of(SEARCHING).listed(Listing.GONE)).code()).isEqualTo("NOT_LISTED");
    }

    @Test
    void no_indexer_answers_is_certain_when_all_fail_and_uncertain_when_some_do() {
        var all = cause(of(SEARCHING).complaint(ALL_INDEXERS));
        assertThat(all.code()).isEqualTo("NO_INDEXER_ANSWERS");
        assertThat(all.text()).isEqualTo("All indexers are unavailable due to failures");
        assertThat(all.certain()).isTrue();
        var some = new Complaint("prowlarr", "IndexerStatusCheck", false, "Indexers unavailable due to failures: X");
        assertThat(cause(of(SEARCHING).complaint(some)).certain()).isFalse();
        assertThat(cause(of(SEARCHING).complaint(some)).source()).isEqualTo("prowlarr");
        assertThat(cause(of(SEARCHING).complaint(some).complaint(ALL_INDEXERS)).certain())
                .isTrue();
        var none = new Complaint("radarr", "IndexerSearchCheck", false, "No indexers available with Automatic Search");
        assertThat(cause(of(SEARCHING).complaint(none)).code()).isEqualTo("NO_INDEXER_ANSWERS");
        var prowlarr = new Quiet("prowlarr", Role.INDEXERS, "prowlarr does not answer: connection refused", false);
        assertThat(cause(of(SEARCHING).quiet(prowlarr)).text()).contains("connection refused");
    }

    @Test
    void an_indexer_manager_behind_a_vpn_that_is_down_comes_before_what_fails_because_of_it() {
        var cause = cause(
                of(SEARCHING).complaint(ALL_INDEXERS).quiet(new Quiet("prowlarr", Role.INDEXERS, "VPN down", true)));
        assertThat(cause.code()).isEqualTo("INDEXERS_BEHIND_VPN");
        assertThat(cause.text()).isEqualTo("The VPN is down, and prowlarr is behind it");
    }

    @Test
    void rejected_with_what_the_arr_has_against_most_of_the_releases() {
        var refusals = List.of(
                List.of("Not an upgrade for existing movie file", "Bluray-480p is not wanted in profile"),
                List.of("Bluray-480p is not wanted in profile"),
                List.of("Not enough seeders: 0. Minimum seeders: 1"));
        var cause = Causes.of(of(SEARCHING).evidence().with(Optional.of(Offers.of(NOON, refusals))))
                .orElseThrow();
        assertThat(cause.code()).isEqualTo("REJECTED");
        assertThat(cause.text())
                .isEqualTo("3 releases were found, and radarr takes none: Bluray-480p is not wanted in profile (2);"
                        + " Not an upgrade for existing movie file (1); Not enough seeders: 0. Minimum seeders: 1 (1)");
        assertThat(cause.certain()).isTrue();
        assertThat(cause.calm()).isFalse();
    }

    @Test
    void one_release_that_is_wanted_and_indexers_that_all_fail_are_no_rejection() {
        var wanted = Offers.of(NOON, List.of(List.of("Sample"), List.of()));
        assertThat(Causes.of(of(SEARCHING).evidence().with(Optional.of(wanted))))
                .isEmpty();
        assertThat(Causes.of(of(SEARCHING).evidence().with(Optional.of(Offers.of(NOON, List.of())))))
                .isEmpty();
        var refused = Optional.of(Offers.of(NOON, List.of(List.of("Sample"))));
        var failing = of(SEARCHING).complaint(ALL_INDEXERS).evidence().with(refused);
        assertThat(Causes.of(failing).orElseThrow().code()).isEqualTo("NO_INDEXER_ANSWERS");
        var some = new Complaint("radarr", "IndexerStatusCheck", false, "Indexers unavailable due to failures: X");
        assertThat(Causes.of(of(SEARCHING).complaint(some).evidence().with(refused))
                        .orElseThrow()
                        .code())
                .isEqualTo("REJECTED");
    }

    @Test
    void a_season_of_ten_with_three_episodes_missing_says_which() {
        var three = new Episodes(List.of(new Number(1, 8), new Number(1, 9), new Number(1, 10)));
        var seven = of(SEARCHING).evidence().lacking(Optional.of(new Missing(7, three)));
        var cause = Causes.of(seven).orElseThrow();
        assertThat(cause.code()).isEqualTo("EPISODES_MISSING");
        assertThat(cause.calm()).as("nobody is called").isTrue();
        assertThat(cause.text()).isEqualTo("7 of 10 episodes are there; missing: S01E08, S01E09, S01E10");
        var many = IntStream.rangeClosed(1, 30).mapToObj(n -> new Number(2, n)).toList();
        assertThat(Causes.of(of(SEARCHING).evidence().lacking(Optional.of(new Missing(7, new Episodes(many)))))
                        .orElseThrow()
                        .text())
                .endsWith("S02E10 and 20 more");
        assertThat(Causes.of(of(SEARCHING).evidence().lacking(Optional.of(new Missing(0, three)))))
                .isEmpty();
    }

    @Test
    void a_release_that_waits_for_its_delay_or_for_the_client() {
        var delay = cause(of(SEARCHING)
                .row(new Row(Optional.empty(), "delay", "", false, List.of(), Optional.of(NOON.plusSeconds(3600)))));
        assertThat(delay.code()).isEqualTo("DELAY_PROFILE");
        assertThat(delay.next()).isEqualTo("It is grabbed when the delay is over, at 2030-01-01 13:00 UTC");
        assertThat(delay.calm()).isTrue();
        var client = cause(of(SEARCHING)
                .row(new Row(Optional.empty(), "downloadclientunavailable", "", false, List.of(), Optional.empty())));
        assertThat(client.code()).isEqualTo("CLIENT_DOWN");
        assertThat(client.calm()).isFalse();
    }

    @Test
    void the_client_is_down_on_every_leg() {
        var down = new Complaint(
                "radarr", "DownloadClientStatusCheck", true, "All download clients are unavailable due to failures");
        for (Leg leg : Leg.values()) {
            assertThat(cause(of(leg).complaint(down)).code()).isEqualTo("CLIENT_DOWN");
        }
    }

    @Test
    void held_and_stalled_are_told_by_who_watches_the_download_with_the_plan() {
        var held = new Told("HELD_VPN_DOWN", "VPN lost", "qbittorrent", Optional.empty());
        assertThat(cause(of(DOWNLOADING).row("warning", "downloading").told(held)))
                .isEqualTo(new Cause(
                        "HELD_VPN_DOWN",
                        "VPN lost",
                        "qbittorrent",
                        true,
                        false,
                        "It goes on by itself when that is over",
                        ""));
        var plan = Optional.of("Unless it moves, at 18:00 another release is looked for");
        var stalled = cause(of(DOWNLOADING).told(new Told("STALLED", "No data for 10 min", "qbittorrent", plan)));
        assertThat(stalled.next()).isEqualTo(plan.get());
        assertThat(stalled.you()).contains("keep");
    }

    @Test
    void the_queue_says_stalled_paused_or_queued_where_nobody_else_does() {
        var stalled = cause(of(DOWNLOADING)
                .row(new Row(
                        D1,
                        "warning",
                        "downloading",
                        false,
                        List.of("The download is stalled with no connections"),
                        Optional.empty())));
        assertThat(stalled.code()).isEqualTo("STALLED");
        assertThat(stalled.text()).isEqualTo("The download is stalled with no connections");
        assertThat(cause(of(DOWNLOADING).row("paused", "downloading")).code()).isEqualTo("PAUSED");
        assertThat(cause(of(DOWNLOADING).row("queued", "downloading")).code()).isEqualTo("QUEUED");
    }

    @Test
    void a_refused_import_says_why_and_tells_disk_and_path_apart() {
        assertThat(blocked("bbb.sample.mkv: Sample").code()).isEqualTo("IMPORT_BLOCKED");
        assertThat(blocked("bbb.sample.mkv: Sample").text()).isEqualTo("bbb.sample.mkv: Sample");
        assertThat(blocked("Not enough free space").code()).isEqualTo("DISK_FULL");
        assertThat(blocked("No files found are eligible for import in /downloads/x")
                        .code())
                .isEqualTo("IMPORT_BLOCKED");
        assertThat(blocked("Import failed, path does not exist or is not accessible by Radarr: /downloads/x."
                                + " Ensure the path exists and the user running Radarr has the correct permissions")
                        .code())
                .isEqualTo("PATH_NOT_VISIBLE");
        var older = new Row(D1, "completed", "importpending", true, List.of("Sample"), Optional.empty());
        assertThat(cause(of(IMPORTING).row(older)).code()).isEqualTo("IMPORT_BLOCKED");
        var mapping = new Complaint(
                "radarr",
                "RemotePathMappingCheck",
                true,
                "You are using docker; download client qBittorrent places downloads in /data but this directory does"
                        + " not appear to exist inside the container");
        assertThat(cause(of(IMPORTING).complaint(mapping)).code()).isEqualTo("PATH_NOT_VISIBLE");
    }

    @Test
    void an_arr_that_does_not_answer_is_itself_the_cause() {
        var down = new Quiet("radarr", Role.ARR, "radarr does not answer: no answer in time", false);
        for (Leg leg : Leg.values()) {
            assertThat(cause(of(leg).quiet(down)).code()).isEqualTo("ARR_DOWN");
        }
    }

    private static Cause blocked(String words) {
        return cause(
                of(IMPORTING).row(new Row(D1, "completed", "importblocked", true, List.of(words), Optional.empty())));
    }

    private static Cause cause(Scene scene) {
        return Causes.of(scene.evidence()).orElseThrow();
    }

    private static Scene of(Leg leg) {
        return new Scene(leg, Listing.UNASKED, List.of(), List.of(), List.of(), Optional.empty());
    }

    private record Scene(
            Leg leg,
            Listing listing,
            List<Row> rows,
            List<Complaint> complaints,
            List<Quiet> programs,
            Optional<Told> word) {
        Scene listed(Listing other) {
            return new Scene(leg, other, rows, complaints, programs, word);
        }

        Scene row(String status, String state) {
            return row(new Row(D1, status, state, false, List.of(), Optional.empty()));
        }

        Scene row(Row row) {
            return new Scene(leg, listing, List.of(row), complaints, programs, word);
        }

        Scene complaint(Complaint one) {
            var all = new ArrayList<>(complaints);
            all.add(one);
            return new Scene(leg, listing, rows, List.copyOf(all), programs, word);
        }

        Scene quiet(Quiet one) {
            return new Scene(leg, listing, rows, complaints, List.of(one), word);
        }

        Scene told(Told told) {
            return new Scene(leg, listing, rows, complaints, programs, Optional.of(told));
        }

        Evidence evidence() {
            var download = leg == SEARCHING ? Optional.<String>empty() : D1;
            return new Evidence(
                    NOON, NOON.minusSeconds(3600), "radarr", leg, download, listing, rows, complaints, programs, word);
        }
    }
}
