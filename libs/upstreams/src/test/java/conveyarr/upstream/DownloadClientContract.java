package conveyarr.upstream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every download client that works. */
public interface DownloadClientContract {
    Duration SOON = ofSeconds(40);

    DownloadClient client();

    /** Starts a download that will be done soon, and gives the id under which an *arr would know it. */
    String download();

    void remove(String download);

    /** Starts a download of the category {@code other} that lasts, and gives its id. The category {@code radarr} is known. */
    String lasting();

    @Test
    default void shows_a_download_until_it_is_done() {
        String download = download();
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            seen.add(transfer(download).orElseThrow().progress().phase());
            assertThat(seen).contains(Phase.DONE);
        });
        assertThat(seen).doesNotContain(Phase.BROKEN);
        Transfer done = transfer(download).orElseThrow();
        assertThat(done.progress().fraction()).isEqualTo(1);
        assertThat(done.progress().bytesDone())
                .isEqualTo(done.progress().bytes())
                .isPositive();
        assertThat(done.progress().remaining()).isEmpty();
        assertThat(done.aliases()).contains(done.hash());
        assertThat(done.name()).isNotBlank();
    }

    @Test
    default void forgets_a_download_that_was_removed() {
        String download = download();
        await().atMost(SOON).until(() -> transfer(download).isPresent());
        remove(download);
        await().atMost(SOON).until(() -> transfer(download).isEmpty());
    }

    @Test
    default void tells_its_version() {
        assertThat(client().probe().await().atMost(SOON).version()).matches("\\d+\\..*");
    }

    @Test
    default void a_paused_download_rests_until_it_is_resumed_and_twice_does_no_harm() {
        Set<String> download = Set.of(lasting());
        String id = download.iterator().next();
        for (int i = 0; i < 2; i++) {
            assertThat(ended(client().pause(download))).isEqualTo(Outcome.DONE);
            await().atMost(SOON).until(() -> phase(id) == Phase.PAUSED);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(ended(client().resume(download))).isEqualTo(Outcome.DONE);
            await().atMost(SOON).until(() -> phase(id) != Phase.PAUSED);
        }
    }

    @Test
    default void what_is_not_there_is_told_and_the_others_are_done() {
        String id = lasting();
        assertThat(ended(client().pause(Set.of("nobody", id)))).isEqualTo(new Outcome.NotThere(Set.of("nobody")));
        await().atMost(SOON).until(() -> phase(id) == Phase.PAUSED);
        assertThat(ended(client().remove(Set.of(id), true))).isEqualTo(Outcome.DONE);
        await().atMost(SOON).until(() -> transfer(id).isEmpty());
        assertThat(ended(client().remove(Set.of(id), true))).isEqualTo(new Outcome.NotThere(Set.of(id)));
        assertThat(ended(client().inspect(id))).isEmpty();
    }

    @Test
    default void its_category_tells_whether_a_download_may_be_touched() {
        String id = lasting();
        assertThat(ended(client().pause(Set.of(id)))).isEqualTo(Outcome.DONE);
        assertThat(transfer(id).orElseThrow().category()).isEqualTo("other");
        assertThat(transfer(id).orElseThrow().facts().ours()).isFalse();
        assertThat(ended(client().setCategory(Set.of(id), "radarr"))).isEqualTo(Outcome.DONE);
        await().atMost(SOON).until(() -> transfer(id).orElseThrow().facts().ours());
        assertThat(transfer(id).orElseThrow().category()).isEqualTo("radarr");
    }

    /** Whoever has lost the right to command finds that out after all that is asked first, and nothing goes out. */
    @Test
    default void without_a_permit_no_command_goes_out() {
        String id = lasting();
        Set<String> ids = Set.of(id);
        var barred =
                client().commandedBy(() -> Uni.createFrom().failure(new IllegalStateException("it is another's turn")));
        List.of(
                        barred.pause(ids),
                        barred.setCategory(ids, "radarr"),
                        barred.goAt(barred.slower(
                                ended(client().look()).standing().pace().orElseThrow(), 1_000_000)),
                        barred.remove(ids, true))
                .forEach(command -> assertThatThrownBy(() -> ended(command)).hasMessage("it is another's turn"));
        assertThat(phase(id)).isNotEqualTo(Phase.PAUSED);
        assertThat(transfer(id).orElseThrow().category()).isEqualTo("other");
        var allowed = client().commandedBy(() -> Uni.createFrom().voidItem());
        assertThat(ended(allowed.pause(ids))).isEqualTo(Outcome.DONE);
        await().atMost(SOON).until(() -> phase(id) == Phase.PAUSED);
    }

    @Test
    default void what_it_cannot_do_it_says() {
        Set<String> ids = Set.of(lasting());
        assertThat(can(client().reannounce(ids))).isEqualTo(client().abilities().contains(Ability.REANNOUNCE));
        assertThat(can(client().tag(ids, "held")))
                .isEqualTo(client().abilities().contains(Ability.TAGS));
        assertThat(ended(client().look()).standing().pace().isPresent())
                .isEqualTo(client().abilities().contains(Ability.PACE));
        assertThat(ended(client().listener()).isPresent())
                .isEqualTo(client().abilities().contains(Ability.LISTENER));
    }

    @Test
    default void it_slows_down_and_goes_at_its_old_pace_again_and_twice_does_no_harm() {
        String before = ended(client().look()).standing().pace().orElseThrow();
        String slow = client().slower(before, 1_000_000);
        assertThat(slow).isNotEqualTo(before);
        assertThat(client().slower(slow, 1_000_000)).isEqualTo(slow);
        for (String pace : List.of(slow, slow, before, before)) {
            assertThat(ended(client().goAt(pace))).isEqualTo(Outcome.DONE);
            await().atMost(SOON)
                    .until(() -> ended(client().look()).standing().pace().equals(Optional.of(pace)));
        }
    }

    @Test
    default void a_tag_shows_until_it_is_taken_off() {
        if (client().abilities().contains(Ability.TAGS)) {
            String id = lasting();
            assertThat(ended(client().tag(Set.of(id), "vpn-hold"))).isEqualTo(Outcome.DONE);
            await().atMost(SOON).until(() -> tags(id).equals(Set.of("vpn-hold")));
            assertThat(ended(client().untag(Set.of(id), "vpn-hold"))).isEqualTo(Outcome.DONE);
            await().atMost(SOON).until(() -> tags(id).isEmpty());
        }
    }

    @Test
    default void the_lines_to_paste_name_the_place_and_no_key() {
        var hooks = URI.create("http://conveyarr:8484/hooks/" + client().name());
        assertThat(client().hookLines(hooks)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.text()).contains(hooks.toString(), "YOUR-KEY").doesNotContain(At.SECRET);
            assertThat(line.where()).isNotBlank();
        });
    }

    private boolean can(Uni<Outcome> command) {
        return !(ended(command) instanceof Outcome.CannotDo);
    }

    private Phase phase(String download) {
        return transfer(download).orElseThrow().progress().phase();
    }

    private Set<String> tags(String download) {
        return transfer(download).orElseThrow().facts().tags();
    }

    private static <T> T ended(Uni<T> call) {
        return call.await().atMost(SOON);
    }

    private Optional<Transfer> transfer(String download) {
        return client().transfers().await().atMost(SOON).stream()
                .filter(transfer -> transfer.aliases().contains(download))
                .findFirst();
    }
}
