package conveyarr.flow.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers below a prefix as well, such as {@code /flow}, for a proxy that sends the path as it came. Without the prefix everything stays where
 * it is: proxies that cut it off, health checks and programs of the same network go on.
 */
@ApplicationScoped
class UrlBase {
    private static final int FIRST = -1_000_000;

    private final Optional<String> base;

    UrlBase(@ConfigProperty(name = "conveyarr.url-base") Optional<String> base) {
        this.base =
                base.map(text -> "/" + text.strip().replaceAll("^/+|/+$", "")).filter(text -> text.length() > 1);
    }

    void mount(@Observes Router router) {
        base.ifPresent(prefix -> {
            router.route(prefix).order(FIRST).handler(call -> toFirstPage(call, prefix));
            router.route(prefix + "/*").order(FIRST).handler(call -> inside(call, prefix));
        });
    }

    private static void toFirstPage(RoutingContext call, String prefix) {
        if (call.request().path().equals(prefix)) {
            call.redirect(prefix + "/");
        } else {
            inside(call, prefix);
        }
    }

    private static void inside(RoutingContext call, String prefix) {
        call.reroute(call.request().uri().substring(prefix.length()));
    }
}
