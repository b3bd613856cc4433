package conveyarr.request.in;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** Reads a body up to a limit; what is beyond is not kept in memory. A sender that leaves in the middle has sent nothing. */
final class Body {
    static final int LARGEST = 8 * 1024 * 1024;

    private final HttpServerRequest request;
    private final Consumer<byte[]> whole;
    private final Buffer bytes = Buffer.buffer();
    private Runnable tooLarge = () -> {};
    private boolean over;

    Body(HttpServerRequest request, Consumer<byte[]> whole) {
        this.request = request;
        this.whole = whole;
    }

    Body orElse(Runnable then) {
        this.tooLarge = then;
        return this;
    }

    void read(HttpServerResponse response) {
        request.handler(this::add);
        request.endHandler(_ -> {
            if (!over) {
                whole.accept(bytes.getBytes());
            }
        });
        request.exceptionHandler(_ -> over = true);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            response.writeContinue();
        }
        request.resume();
    }

    private void add(Buffer chunk) {
        if (over) {
            return;
        }
        if (bytes.length() + chunk.length() > LARGEST) {
            over = true;
            tooLarge.run();
        } else {
            bytes.appendBuffer(chunk);
        }
    }
}
