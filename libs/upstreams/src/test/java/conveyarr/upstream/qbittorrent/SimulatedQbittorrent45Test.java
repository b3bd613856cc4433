package conveyarr.upstream.qbittorrent;

import conveyarr.simulator.qbittorrent.Profile;
import io.quarkus.test.junit.QuarkusTest;

/** 4.5: pause, and the external address in the log. */
@QuarkusTest
class SimulatedQbittorrent45Test extends SimulatedQbittorrent {
    @Override
    Profile profile() {
        return Profile.V4_5;
    }
}
