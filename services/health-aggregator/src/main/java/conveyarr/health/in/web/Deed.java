package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.health.Neighbour;
import java.util.Optional;

/**
 * Something a person wants done by another service, which is shown first and done when it is confirmed. {@code order} is the body of the call,
 * for services that want one; {@code back} is the page to return to, below the root.
 */
record Deed(
        String question,
        Neighbour who,
        String path,
        Optional<ObjectNode> order,
        String back,
        String method,
        Done done) {
    Deed(String question, Neighbour who, String path, Optional<ObjectNode> order, String back) {
        this(question, who, path, order, back, "POST", Done.ASKED);
    }

    String dryPath() {
        return order.isPresent() ? path : path + "?dryRun=true";
    }

    String confirmedPath(String token) {
        return order.isPresent() ? path : path + "?confirmToken=" + conveyarr.health.Neighbours.part(token);
    }

    Optional<JsonNode> dryOrder() {
        return order.map(body -> body.deepCopy().put("dryRun", true));
    }

    Optional<JsonNode> confirmedOrder(String token) {
        return order.map(body -> body.deepCopy().put(Form.TOKEN, token));
    }
}
