package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call;
import conveyarr.download.core.Care;
import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Care.Pace;
import conveyarr.download.core.Care.Plan;
import conveyarr.download.core.Care.Trouble;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Life;
import conveyarr.download.core.Traits;
import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.download.core.gate.OurPause;
import conveyarr.download.core.gate.Slow;
import conveyarr.download.gate.GateStory;
import conveyarr.events.DownloadEvent.DownloadAction;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.MediaId;
import conveyarr.flow.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept is read again as it was, and what an older version kept is read too. */
class StateTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void a_held_download_with_a_plan_comes_back_as_it_was() {
        var plan = new Plan(DownloadAction.REPLACE, NOON, "no progress");
        var care = new Care(
                false,
                Optional.of(new Trouble(Kind.STALLED, NOON, 1, Optional.of(plan))),
                Optional.of(new Pace(NOON, 7)),
                Optional.of(NOON),
                Optional.of(NOON));
        var running = new Running(MediaId.movie(603), new DownloadId("q", "A"), new Life(NOON, 2), 5, NOON, 10, care);
        var held = new Held(running, true, HoldReason.VPN_DOWN, true, NOON);
        assertThat(Json.read(Json.write(held), Held.class)).isEqualTo(held);
    }

    @Test
    void a_gate_comes_back_as_it_was() {
        var vpn = new VpnTold(NOON, VpnState.DOWN, Optional.of("185.65.134.240"), List.of(51413));
        var gate = new Gate(
                Optional.of(vpn),
                Optional.of(NOON),
                Map.of(HoldReason.VPN_DOWN, NOON),
                Map.of("A", new OurPause(HoldReason.VPN_DOWN, OurPause.Step.PAUSED, NOON, 1)),
                3,
                Optional.of(NOON),
                Gate.OPEN.doubts(),
                Gate.OPEN.port(),
                Optional.of(new Slow("normal", "alternative", Slow.Step.SLOWED, NOON, NOON, 1)));
        assertThat(Json.read(Json.write(gate), Gate.class)).isEqualTo(gate);
        assertThat(Json.read(Json.write(Gate.OPEN), Gate.class)).isEqualTo(Gate.OPEN);
    }

    @Test
    void what_an_older_version_kept_is_read_without_care_and_traits() {
        var running = Json.read("""
            {"media":"movie:tmdb:603","id":{"client":"q","hash":"A"},
             "life":{"addedAt":"2030-01-01T12:00:00Z","stalls":1},"bytes":5,"movedAt":"2030-01-01T12:00:00Z","told":10}\
            """, Running.class);
        assertThat(running.care()).isEqualTo(Care.NONE);
        var gate = Json.read("{\"holds\":{},\"ours\":{},\"turn\":3,\"doubts\":{\"peak\":0}}", Gate.class);
        assertThat(gate.slow()).isEmpty();
        var unclaimed = Json.read("""
            {"last":{"at":"2030-01-01T12:00:00Z","id":{"client":"q","hash":"A"},"look":{"name":"n","condition":"DONE",
             "word":"w","amount":{"total":1,"done":1},"addedAt":"2030-01-01T12:00:00Z"}}}\
            """, Unclaimed.class);
        assertThat(unclaimed.last().hold()).isEmpty();
        assertThat(unclaimed.last().look().traits()).isEqualTo(Traits.NONE);
    }

    @Test
    void a_call_that_an_older_version_ordered_is_one_that_nobody_has_to_ask_about() {
        var pause = Json.read("{\"client\":\"q\",\"hash\":\"A\"}", Call.Pause.class);
        assertThat(pause.because()).isEmpty();
        var why = Optional.of(new Call.Because(Kind.SLOW, 2));
        var call = new Call.Categorise("q", "A", "stuck", why);
        assertThat(Json.read(Json.write(call), Call.Categorise.class)).isEqualTo(call);
        var removed = Json.read(
                "{\"media\":\"movie:tmdb:603\",\"id\":{\"client\":\"q\",\"hash\":\"A\"},\"life\":{\"addedAt\":\"2030-01-01T12:00:00Z\",\"stalls\":1}}",
                Removed.class);
        assertThat(removed.care()).isEqualTo(Care.NONE);
        assertThat(removed.life().settled()).isFalse();
        assertThat(Json.read("{\"media\":\"movie:tmdb:603\"}", Awaited.class).settled())
                .isFalse();
    }

    /** Killed after the pause: what is read back resumes exactly those. */
    @Test
    void a_gate_that_is_read_back_in_the_middle_resumes_exactly_what_it_paused() {
        var story = new GateStory(GateStory.POLICY)
                .has(conveyarr.download.core.gate.GateSignal.Pull.MOVES, "a", "b")
                .has(conveyarr.download.core.gate.GateSignal.Pull.PAUSED, "user")
                .vpn(0, VpnState.UP)
                .look(2)
                .vpn(4, VpnState.DOWN)
                .look(6)
                .look(8);
        story.restart(Json.read(Json.write(story.gate()), Gate.class));
        story.vpn(180, VpnState.UP).look(182).look(190);
        assertThat(story.all(conveyarr.download.core.Call.ResumeHeld.class))
                .singleElement()
                .extracting(call -> call.hashes())
                .isEqualTo(java.util.Set.of("a", "b"));
    }
}
