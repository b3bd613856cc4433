package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /request}: filters, order and pages. {@code sort=modified} is the order of creation, as in 3.1. */
final class RequestList {
    private static final List<String> FILTERS = List.of(
            "all", "approved", "available", "pending", "processing", "unavailable", "failed", "deleted", "completed");

    private RequestList() {}

    static Reply of(Call call, SeerrState state) {
        String filter = call.query("filter", "all");
        if (!FILTERS.contains(filter)) {
            return invalid(
                    "filter", "should be equal to one of the allowed values: " + String.join(", ", FILTERS), "enum");
        }
        if (!call.query("take", "0").matches("\\d+") || !call.query("skip", "0").matches("\\d+")) {
            return invalid("take", "should be number,null", "type");
        }
        return page(call, matching(call, filter, state), state);
    }

    private static List<Request> matching(Call call, String filter, SeerrState state) {
        Comparator<Request> byId = Comparator.comparing(r -> r.id);
        return state.requests.stream()
                .filter(r -> kept(filter, r, state.mediaOf(r)))
                .filter(r -> call.number("requestedBy", r.requestedBy) == r.requestedBy)
                .filter(r -> List.of("all", state.mediaOf(r).type()).contains(call.query("mediaType", "all")))
                .sorted(call.query("sortDirection", "desc").equals("asc") ? byId : byId.reversed())
                .toList();
    }

    private static Reply page(Call call, List<Request> all, SeerrState state) {
        int take = call.number("take", 10) == 0 ? 10 : call.number("take", 10);
        int skip = call.number("skip", 0);
        ObjectNode info = Json.of("pages", (all.size() + take - 1) / take, "pageSize", take);
        info.put("results", all.size()).put("page", skip / take + 1);
        Stream<ObjectNode> results = all.stream().skip(skip).limit(take).map(r -> item(r, state));
        ObjectNode errors = Json.of("radarr", List.of(), "sonarr", List.of());
        return Reply.json(Json.of("pageInfo", info, "results", results.toList(), "serviceErrors", errors));
    }

    private static ObjectNode item(Request request, SeerrState state) {
        return SeerrViews.request(request, state).put("canRemove", false);
    }

    private static boolean kept(String filter, Request r, Media media) {
        boolean open = media.status < Media.AVAILABLE;
        return switch (filter) {
            case "pending" -> r.status == Request.PENDING;
            case "approved" -> r.status == Request.APPROVED;
            case "processing" -> r.status == Request.APPROVED && open;
            case "unavailable" -> r.status <= Request.APPROVED && open;
            case "failed" -> r.status == Request.FAILED;
            case "available" -> r.status == Request.COMPLETED && !open;
            case "completed" -> r.status == Request.COMPLETED;
            case "deleted" -> false;
            default -> true;
        };
    }

    static Reply invalid(String field, String message, String code) {
        return Reply.json(
                400,
                Json.of(
                        "message",
                        "request.query." + field + " " + message,
                        "errors",
                        List.of(Json.of(
                                "path",
                                ".query." + field,
                                "message",
                                message,
                                "errorCode",
                                code + ".openapi.validation"))));
    }
}
