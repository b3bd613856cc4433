package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Drops of any length under any torrents: looks that fail, signals that come late, twice and in another order, calls that fail, are made twice or
 * lost with their process, and processes that are killed before they have written what they decided.
 */
class AnyDropTest {
    private static final int WORLDS = 150;

    @Test
    void nothing_is_struck_each_waits_once_and_exactly_what_we_paused_goes_on() {
        for (int seed = 0; seed < WORLDS; seed++) {
            var world = new DropWorld(new SplittableRandom(seed), 1);
            world.run();
            var which = "seed " + seed + " " + world.words();
            assertThat(world.strikes()).as(which).isEmpty();
            assertThat(world.wrongs()).as(which).isEmpty();
            assertThat(world.paused()).as(which).isEqualTo(world.resumed()).isSubsetOf(world.ours());
            assertThat(world.holds().values()).as(which).allMatch(count -> count == 1);
            assertThat(world.releases()).as(which).isEqualTo(world.holds());
            if (world.isLong()) {
                assertThat(world.holds().keySet()).as(which).isEqualTo(world.ours());
                assertThat(world.paused()).as(which).isEqualTo(world.ours());
            }
        }
    }

    @Test
    void several_drops_leave_nothing_behind() {
        for (int seed = 0; seed < WORLDS; seed++) {
            var world = new DropWorld(new SplittableRandom(1_000_000 + seed), 3);
            world.run();
            var which = "seed " + seed + " " + world.words();
            assertThat(world.strikes()).as(which).isEmpty();
            assertThat(world.wrongs()).as(which).isEmpty();
            assertThat(world.releases()).as(which).isEqualTo(world.holds());
        }
    }
}
