package conveyarr.upstream.qbittorrent;

import conveyarr.simulator.qbittorrent.Profile;
import io.quarkus.test.junit.QuarkusTest;

/** 5.1: stop, and changes that a lost answer takes along. */
@QuarkusTest
class SimulatedQbittorrent51Test extends SimulatedQbittorrent {
    @Override
    Profile profile() {
        return Profile.V5_1;
    }
}
