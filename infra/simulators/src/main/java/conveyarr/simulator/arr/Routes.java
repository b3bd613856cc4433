package conveyarr.simulator.arr;

import conveyarr.simulator.wire.Site;

/** Some of what a program answers. */
public interface Routes {
    void addTo(Site site);
}
