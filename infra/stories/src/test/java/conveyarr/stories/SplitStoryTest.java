package conveyarr.stories;

import java.util.List;

/** Six processes, and one with the broker and the database. */
class SplitStoryTest extends MovieStory {
    SplitStoryTest() {
        super(true);
    }

    /** Two at a time: they are not neighbours in the flow, and more stories would not fit into the time of a test run. */
    @Override
    List<List<String>> deaths() {
        return List.of(
                List.of("request-gateway", "library-indexer"),
                List.of("acquisition-coordinator", "notifier"),
                List.of("download-watcher", "health-aggregator"),
                List.of("infrastructure"));
    }
}
