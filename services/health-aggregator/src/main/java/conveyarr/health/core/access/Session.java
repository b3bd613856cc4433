package conveyarr.health.core.access;

import java.time.Instant;

/** A login that lasts. */
public record Session(String id, String name, Ground ground, Instant until) {
    String text() {
        return id + "|" + ground.word() + "|" + until.getEpochSecond() + "|" + name;
    }

    static Session of(String text) {
        String[] parts = text.split("\\|", 4);
        return new Session(parts[0], parts[3], Ground.of(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }
}
