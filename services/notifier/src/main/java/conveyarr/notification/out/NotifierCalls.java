package conveyarr.notification.out;

import conveyarr.flow.loop.Calls;
import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Notifications;
import conveyarr.notification.core.Call;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Call.Spread;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Carries out what was decided. Each may come twice: the ids say so. */
@Startup
@Singleton
class NotifierCalls implements Calls<Call> {
    private final Notifications notifications;
    private final Sending sending;

    NotifierCalls(NotificationFlow flow, Notifications notifications, Sending sending) {
        this.notifications = notifications;
        this.sending = sending;
        flow.carryOut(this);
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case Send send -> sending.send(send);
            case Spread(var news) -> notifications.spread(news, Instant.now());
            case Deliver deliver -> notifications.deliver(deliver, Instant.now());
        };
    }
}
