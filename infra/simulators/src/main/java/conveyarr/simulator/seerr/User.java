package conveyarr.simulator.seerr;

import java.time.Instant;

/** A user of Seerr; the first one is the admin as whom the API key acts. */
final class User {
    static final int ADMIN = 2;
    static final int REQUEST = 32;
    static final int AUTO_APPROVE = 128;

    int id;
    String name;
    int permissions = REQUEST;
    Instant createdAt = Instant.now();

    boolean may(int permission) {
        return (permissions & (permission | ADMIN)) != 0;
    }

    String avatar() {
        return "/avatarproxy/" + name;
    }

    String email() {
        return name.toLowerCase().replace(' ', '.') + "@example.org";
    }
}
