package conveyarr.events;

import java.util.UUID;

/** The name of the one timeline of a title, the same whoever works it out, such as {@code rq_0f3c2a9d1b7e}. */
public record TimelineId(String value) {
    private static final UUID TIMELINES = UUID.fromString("0e6b5f2a-6d0f-5b53-9f9a-3f1f8f0c7d11");
    private static final int LENGTH = 12;

    public static TimelineId of(MediaId media) {
        String digits = EventId.of(TIMELINES, media.value()).toString().replace("-", "");
        return new TimelineId("rq_" + digits.substring(0, LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
