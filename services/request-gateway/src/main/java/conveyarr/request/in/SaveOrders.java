package conveyarr.request.in;

import conveyarr.flow.config.Saving;
import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.SaveDesk;
import conveyarr.flow.http.SealedSecrets;
import conveyarr.request.SavedConnections;
import conveyarr.request.Trials;
import conveyarr.request.core.SaveOrder;
import conveyarr.upstream.Draft;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Saves a connection and takes it back, after a dry run that tries it. */
@Singleton
class SaveOrders {
    private final Upstreams upstreams;
    private final SaveDesk desk;

    SaveOrders(Upstreams upstreams, SavedConnections saved, Confirmation confirmation, SealedSecrets seal) {
        this.upstreams = upstreams;
        this.desk = new SaveDesk(saved.entries(), confirmation, seal);
    }

    /** Throws {@link IllegalArgumentException}, or the exception of a start that would fail, with a sentence for people. */
    Uni<Response> save(String instance, SaveOrder order) {
        String name = Saving.name(instance);
        var settled = desk.settled(name);
        if (settled.isPresent()) {
            return Uni.createFrom().item(settled.get());
        }
        var wish = desk.wish(name, order);
        var draft = new Draft(wish.settings());
        var opened = upstreams.attempt(name, draft);
        Trials.forbidden(draft).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return order.dryRun()
                ? Trials.of(opened).map(trial -> desk.tried(wish, trial))
                : Uni.createFrom().item(desk.save(wish));
    }

    Response forget(String name, boolean dryRun, String token) {
        return desk.forget(name, "connections", dryRun, token);
    }
}
