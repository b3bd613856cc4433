package conveyarr.health.in.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the frame of the page that the call at hand asks for. */
@Singleton
public class Frames {
    private final Visit visit;
    private final HttpServerRequest call;
    private final Frame.About about;

    Frames(
            Visit visit,
            HttpServerRequest call,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "?") String version,
            @ConfigProperty(name = "conveyarr.build-id", defaultValue = "local") String build) {
        this.visit = visit;
        this.call = call;
        this.about = new Frame.About(version, build, ZoneId.systemDefault().getId());
    }

    /** {@code page} is the word of its entry in the navigation. */
    public Frame at(String page) {
        String done = call.getParam("done");
        return new Frame(
                root(call.path()),
                page,
                visit.visitor(),
                about,
                done == null ? null : Done.sentence(done).orElse(null));
    }

    /** The browser knows the path with its prefix, we know it without: they have the same depth below the root. */
    static String root(String path) {
        long depth = path.chars().filter(one -> one == '/').count() - 1;
        return depth <= 0 ? "./" : "../".repeat((int) depth);
    }
}
