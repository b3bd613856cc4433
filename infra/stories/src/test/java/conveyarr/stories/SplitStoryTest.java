package conveyarr.stories;

import java.util.List;

/** Six processes, and one with the broker and the database. */
class SplitStoryTest extends MovieStory {
    SplitStoryTest() {
        super(true);
    }

    @Override
    List<String> processes() {
        return List.of(
                "request-gateway",
                "acquisition-coordinator",
                "download-watcher",
                "library-indexer",
                "notifier",
                "health-aggregator",
                "infrastructure");
    }
}
