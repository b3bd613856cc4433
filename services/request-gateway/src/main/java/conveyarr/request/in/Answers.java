package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.flow.wire.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/** The answers of the hook door. */
final class Answers {
    private Answers() {}

    static void accepted(RoutingContext call) {
        HttpServerResponse response = call.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(202).end();
        }
    }

    /** Also ends the connection, because the rest of the body is of no interest. */
    static void problem(RoutingContext call, int status, String detail, String hint) {
        HttpServerResponse response = call.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        if (call.request().version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close"); // HTTP/2 forbids the header
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Json.write(new Problem("about:blank", title, status, detail, hint)))
                .onComplete(_ -> drain(call));
    }

    /** Takes what is still on its way, so that the sender sees the answer instead of a broken connection; but not for ever. */
    private static void drain(RoutingContext call) {
        var request = call.request();
        if (request.isEnded()) {
            return;
        }
        var left = new AtomicLong(Body.LARGEST);
        request.handler(chunk -> {
            if (left.addAndGet(-chunk.length()) < 0) {
                request.connection().close();
            }
        });
        request.exceptionHandler(_ -> {});
        request.resume();
    }
}
