package conveyarr.request.core;

import java.util.Optional;

/** How the copies that an instance's hooks were sent on as are doing, and why the last one that was not taken was not. */
public record Copies(String to, long sent, long waiting, long givenUp, Optional<String> lastError) {}
