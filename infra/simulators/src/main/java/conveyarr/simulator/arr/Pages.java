package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import java.util.List;

/** A part of a long list, as {@code page} and {@code pageSize} want it: ten, unless told otherwise. */
public final class Pages {
    private Pages() {}

    public static ObjectNode page(Call call, String sortKey, List<ObjectNode> all) {
        int page = Math.max(1, call.number("page", 1));
        int size = call.number("pageSize", 10);
        String order = sortKey.equals("timeleft") ? "ascending" : "descending";
        ObjectNode body = Json.of("page", page, "pageSize", size, "sortKey", sortKey);
        body.put("sortDirection", call.query("sortDirection", order)).put("totalRecords", all.size());
        List<ObjectNode> records =
                all.stream().skip((page - 1L) * size).limit(size).toList();
        return body.set("records", Json.tree(records));
    }
}
