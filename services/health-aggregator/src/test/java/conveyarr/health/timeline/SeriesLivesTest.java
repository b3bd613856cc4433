package conveyarr.health.timeline;

import static org.assertj.core.api.Assertions.fail;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DomainEvent;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.*;
import conveyarr.events.Via;
import conveyarr.health.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a series that people ask for, stop asking for, delete and want again, its row says what is so. */
class SeriesLivesTest {
    private static final Occurrence ONCE = Occurrence.at(Told.NOON, Via.SELF, "somewhere", NaturalKey.of("any"));

    private final List<DomainEvent> story = new ArrayList<>();
    private final Set<String> lacking = new HashSet<>();
    private SeriesWorld world;
    private Walk walk;
    private Course course;
    private int seed;
    private boolean empty;
    private boolean shown;
    private boolean early;

    @Test
    void every_life_goes_forward_says_what_is_in_the_way_and_ends() {
        for (seed = 0; seed < 3000; seed++) {
            story.clear();
            lacking.clear();
            walk = new Walk();
            course = walk.course(Told.NOON);
            empty = false;
            shown = false;
            early = false;
            world = new SeriesWorld(new Random(seed), this::told);
            for (int step = 0; step < 40; step++) {
                world.step();
            }
            world.settle();
            ended();
        }
    }

    private void told(DomainEvent event) {
        story.add(event);
        var was = course;
        var before = walk.visits.current();
        walk.on(Telling.entry(new Told(event, ONCE), story.size()));
        course = walk.course(Told.NOON);
        boolean back = before.isPresent() && walk.visits.isBefore(before.get());
        remember(event);
        early = back ? before.equals(Optional.of(Stage.AVAILABLE)) && event instanceof MediaRequested : early;
        goesForward(back, event, was);
        isAvailable(before, event);
        says();
        shown = !back && shown || event instanceof MediaBecameAvailable;
        boolean over = world.wanted.isEmpty();
        holds(
                !shown
                        || empty
                        || over
                        || !Set.of(Stage.WITHDRAWN, Stage.DECLINED).contains(course.stage()),
                "ended");
    }

    /** What lacks at an *arr does so until it says another word. */
    private void remember(DomainEvent event) {
        switch (event) {
            case SeriesCaughtUp _ -> lacking.clear();
            case CauseFound found when found.code().equals(Cause.INCOMPLETE) -> lacking.add(found.instance());
            case CauseFound found -> lacking.remove(found.instance());
            case AttentionNeeded late -> lacking.remove(late.instance());
            case CauseCleared cleared -> lacking.remove(cleared.instance());
            case AcquisitionRemoved off -> lacking.remove(off.instance());
            case DomainEvent _ -> {}
        }
    }

    private void goesForward(boolean back, DomainEvent event, Course was) {
        boolean may =
                switch (event) {
                    case MediaRequested _ -> true;
                    case AcquisitionStarted _ -> was.stage() == Stage.WITHDRAWN;
                    case FileImported _ -> empty;
                    case ReleaseFailed _ -> walk.visits.isAt(Stage.SEARCHING);
                    case ReleaseGrabbed _ -> walk.visits.isAt(Stage.DOWNLOADING);
                    case DomainEvent _ -> false;
                };
        holds(!back || may, "went back");
        empty = event instanceof FileDeleted deleted
                ? deleted.nothingLeft()
                : empty && !(event instanceof FileImported);
    }

    private void isAvailable(Optional<Stage> before, DomainEvent event) {
        boolean became = walk.visits.isAt(Stage.AVAILABLE) && !before.equals(Optional.of(Stage.AVAILABLE));
        boolean left = event instanceof AcquisitionRemoved off && !off.filesDeleted();
        boolean deleted = event instanceof AcquisitionRemoved off && off.filesDeleted();
        boolean whole = event instanceof SeriesCaughtUp;
        boolean off = event instanceof MediaBecameAvailable && world.wanted.isEmpty();
        boolean waits = before.equals(Optional.of(Stage.REQUESTED));
        early = early || waits && whole;
        boolean over = early && (event instanceof RequestDeclined || event instanceof RequestWithdrawn);
        holds(!became || whole || left || off || over, "available by this");
        holds(!whole || waits || course.stage() == Stage.AVAILABLE, "not available when nothing lacks");
        holds(!deleted || !world.wanted.isEmpty() || walk.endedByPeople(), "not over though nobody has it");
    }

    private void says() {
        var code = course.cause().map(Cause::code);
        boolean lacks = code.filter(Cause.INCOMPLETE::equals).isPresent();
        boolean available = course.stage() == Stage.AVAILABLE;
        holds(!available || code.isEmpty() || lacks, "available in spite of something");
        boolean stands =
                world.causes.values().stream().anyMatch(one -> one.code().equals(Cause.INCOMPLETE));
        holds(!lacks || stands, "lacks what nobody lacks");
        boolean indexing = course.stage() == Stage.INDEXING;
        holds(!indexing || lacking.isEmpty() || code.isPresent(), "does not say what lacks");
        holds(code.filter("NOT_LISTED"::equals).isEmpty() || !world.overdue.isEmpty(), "late though all is listed");
        holds(course.stage() != Stage.NEEDS_YOU || !lacks, "calls somebody for what lacks");
    }

    private void ended() {
        boolean asked = story.stream().anyMatch(RequestApproved.class::isInstance);
        boolean available = course.stage() == Stage.AVAILABLE;
        boolean there = !world.wanted.isEmpty() && world.held().findAny().isPresent();
        holds(!asked || !there || available, "not available in the end");
        holds(!available || course.cause().isEmpty(), "a cause in the end");
    }

    private void holds(boolean so, String what) {
        if (!so) {
            String told = story.stream().map(Object::toString).collect(Collectors.joining("\n"));
            fail("life %d: %s; %s %s\n%s", seed, what, course.stage(), course.cause(), told);
        }
    }
}
