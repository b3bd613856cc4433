package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/**
 * Reads an answer of no type, or of the type that a server names when its program names none, as what we asked for: JSON. Programs in Go, such
 * as Gluetun, send their JSON as plain text.
 */
final class JsonByDefault implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext call, ClientResponseContext answer) {
        if (answer.getStatus() / 100 == 2 && isUnnamed(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))) {
            if (call instanceof ResteasyReactiveClientRequestContext ours
                    && !isText(ours.getResponseType().getType())) {
                answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "application/json");
            }
        }
    }

    /** Whether the method gives something of ours, which only JSON can be bound to. */
    static boolean wantsJson(Method method) {
        return method != null
                && method.getGenericReturnType() instanceof ParameterizedType answer
                && answer.getRawType() == Uni.class
                && !isText(answer.getActualTypeArguments()[0]);
    }

    private static boolean isText(Type type) {
        return type == Void.class || type.getTypeName().contains("String");
    }

    private static boolean isUnnamed(String type) {
        return type == null
                || type.isBlank()
                || type.strip().toLowerCase(Locale.ROOT).startsWith("text/plain");
    }
}
