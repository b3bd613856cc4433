package conveyarr.request.core;

/** A hook with all that is kept of it. */
public record KeptHook(Delivery delivery, Verdict verdict, String sha256) {}
