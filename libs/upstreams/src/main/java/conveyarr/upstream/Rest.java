package conveyarr.upstream;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Opens REST clients: the one place that knows time limits, and what a failure means. No client retries (the next poll and the relay do) and
 * none follows a redirect (a login page behind one would look like an answer).
 */
public final class Rest {
    private Rest() {}

    /** A client whose {@code Uni}s fail with an {@link UpstreamTrouble} and nothing else. It sends the given headers with every call. */
    public static <A> A open(Class<A> api, String name, UpstreamsConfig.Entry at, Map<String, String> headers) {
        return open(api, new Place(name, URI.create(at.url().orElseThrow()), at.timeout()), headers);
    }

    /** Where a program answers, under its instance name, and how long one call may take. */
    public record Place(String name, URI base, Duration limit) {}

    /** The same for a program that answers at more than one address. */
    public static <A> A open(Class<A> api, Place at, Map<String, String> headers) {
        URI base = at.base();
        String name = at.name();
        long limit = at.limit().toMillis();
        var diagnosis = new Diagnosis(name, base);
        A client = QuarkusRestClientBuilder.newBuilder()
                .baseUri(base)
                .connectTimeout(limit, TimeUnit.MILLISECONDS)
                .readTimeout(limit, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // Node closes idle connections after 5 s; a poll at that beat would meet a closing one and look like an
                // outage.
                .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, false)
                .userAgent("Conveyarr")
                .disableDefaultMapper(true)
                .register(diagnosis)
                .register(new JsonByDefault())
                .register(new Headers(headers))
                .build(api);
        return diagnosed(api, client, diagnosis);
    }

    private static <A> A diagnosed(Class<A> api, A client, Diagnosis diagnosis) {
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (_, method, args) -> {
            try {
                method.setAccessible(true);
                Object answer = method.invoke(client, args);
                return answer instanceof Uni<?> uni ? diagnosed(uni, method, diagnosis) : answer;
            } catch (InvocationTargetException e) {
                throw diagnosis.of(e.getCause());
            }
        }));
    }

    /** An empty answer, or a mere {@code null}, is none where something was asked for. */
    private static Uni<?> diagnosed(Uni<?> answer, Method method, Diagnosis diagnosis) {
        Uni<?> whole =
                JsonByDefault.wantsJson(method) ? answer.onItem().ifNull().failWith(diagnosis::notItsApi) : answer;
        return whole.onFailure().transform(diagnosis::of);
    }

    private record Headers(Map<String, String> values) implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext call) {
            values.forEach((name, value) -> call.getHeaders().putSingle(name, value));
        }

        @Override
        public String toString() {
            return "Headers " + values.keySet();
        }
    }
}
