package conveyarr.notification;

import java.time.Instant;

/** Something that is told later: {@code key} says what and to whom, {@code events} how much has come so far. */
public record Waiting(String key, int events, Instant dueAt) {}
