package conveyarr.stories;

import java.util.List;

/** All six services in one process. */
class StandaloneStoryTest extends MovieStory {
    StandaloneStoryTest() {
        super(false);
    }

    @Override
    List<String> processes() {
        return List.of("standalone");
    }
}
