package conveyarr.events;

/** One request in one Seerr, by that Seerr's instance name and its own number. */
public record RequestId(String instance, long number) {}
