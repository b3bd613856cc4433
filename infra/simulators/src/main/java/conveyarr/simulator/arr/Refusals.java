package conveyarr.simulator.arr;

import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;

/** How the family says no. */
public final class Refusals {
    private Refusals() {}

    /** There is none of this id. */
    public static Reply notFound() {
        return Reply.json(404, Json.of("message", "NotFound"));
    }

    public static Reply invalid(String property, String message, String code) {
        return Reply.json(
                400,
                Json.array(Json.of(
                        "propertyName",
                        property,
                        "errorMessage",
                        message,
                        "severity",
                        "error",
                        "errorCode",
                        code,
                        "isWarning",
                        false)));
    }
}
