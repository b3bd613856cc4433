package conveyarr.simulator.qbittorrent;

import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Shape;
import conveyarr.simulator.wire.Site;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code /api/v2/auth}, {@code app}, {@code transfer} and {@code sync}. */
final class AppRoutes {
    private static final Shape BUILD = Shape.of(AppRoutes.class, "build-info.json");

    private final Ledger<Session> session;
    private final Profile profile;
    private final Logins logins;
    private final AtomicInteger losses = new AtomicInteger();

    AppRoutes(Ledger<Session> session, Profile profile, Logins logins) {
        this.session = session;
        this.profile = profile;
        this.logins = logins;
    }

    void addTo(Site site) {
        site.guard(call -> logins.refusal(call, site.port()));
        site.on("POST", "/api/v2/auth/login", logins::login);
        site.on("POST", "/api/v2/auth/logout", c -> Reply.empty(200));
        site.on("GET", "/api/v2/app/version", c -> Reply.text(200, profile.version));
        site.on("GET", "/api/v2/app/webapiVersion", c -> Reply.text(200, profile.webApi));
        site.on("GET", "/api/v2/app/buildInfo", c -> Reply.json(BUILD.fixed()));
        site.on("GET", "/api/v2/app/preferences", c -> Reply.json(session.read(s -> Json.tree(s.preferences))));
        site.on("POST", "/api/v2/app/setPreferences", this::setPreferences);
        site.on("GET", "/api/v2/transfer/info", c -> Reply.json(session.read(s -> Fields.transfer(s, profile))));
        site.on("GET", "/api/v2/sync/maindata", this::maindata);
        site.on("GET", "/api/v2/log/main", c -> Reply.json(session.read(Fields::log)));
        site.on(
                "GET",
                "/api/v2/transfer/speedLimitsMode",
                c -> Reply.text(200, session.read(s -> s.slowed ? "1" : "0")));
        site.on("POST", "/api/v2/transfer/toggleSpeedLimitsMode", c -> {
            session.update(s -> s.slowed = !s.slowed);
            return Reply.empty(200);
        });
    }

    private Reply setPreferences(Call call) {
        String json = call.form().get("json");
        if (json == null) {
            return Reply.text(400, "Bad Request");
        }
        session.update(s -> Json.read(json)
                .fields()
                .forEachRemaining(e -> s.prefer(e.getKey(), Json.MAPPER.convertValue(e.getValue(), Object.class))));
        return Reply.empty(200);
    }

    /** A lost answer is worked out all the same: the server believes that it was read. */
    private Reply maindata(Call call) {
        var answer = logins.reader(call).answer(call.number("rid", 0), session.read(s -> Fields.maindata(s, profile)));
        return losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? Reply.lost() : Reply.json(answer);
    }

    void loseAnswers(int count) {
        losses.set(count);
    }
}
