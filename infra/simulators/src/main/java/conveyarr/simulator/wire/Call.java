package conveyarr.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.Map;

/** One HTTP request as a simulator sees it; {@code vars} are the parts of the path named in the route. */
public record Call(
        String method, String path, Map<String, String> vars, Map<String, String> query, Headers headers, byte[] body) {

    public String header(String name) {
        return headers.getFirst(name);
    }

    public String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return query.containsKey(name) ? Integer.parseInt(query.get(name)) : otherwise;
    }

    public boolean flag(String name, boolean otherwise) {
        return query.containsKey(name) ? Boolean.parseBoolean(query.get(name)) : otherwise;
    }

    public String text(String var) {
        return vars.get(var);
    }

    public int id() {
        return Integer.parseInt(vars.get("id"));
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /** The fields of a urlencoded or multipart body. */
    public Map<String, String> form() {
        return Form.read(header("Content-Type"), body);
    }

    Call with(Map<String, String> found) {
        return new Call(method, path, found, query, headers, body);
    }
}
