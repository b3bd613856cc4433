package conveyarr.upstream.seerr;

import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The channels by which Seerr tells people things itself; its webhook is ours, and none of them. */
record Agents(SeerrDeskApi api) {
    private static final List<String> ALL = List.of(
            "discord", "email", "gotify", "lunasea", "ntfy", "pushbullet", "pushover", "slack", "telegram", "webpush");
    private static final int AVAILABLE = 8;
    private static final SeerrDeskApi.Agent NONE = new SeerrDeskApi.Agent(false, null);

    /** Those that are switched on for what has become available. Not every product has all. */
    Uni<List<String>> announcing() {
        return Multi.createFrom()
                .iterable(ALL)
                .onItem()
                .transformToUniAndConcatenate(name -> api.agent(name)
                        .onFailure(Nonsense.class)
                        .recoverWithItem(NONE)
                        .map(agent -> announces(agent) ? name : ""))
                .filter(name -> !name.isEmpty())
                .collect()
                .asList();
    }

    private static boolean announces(SeerrDeskApi.Agent agent) {
        return agent.enabled() && (agent.types() == null || (agent.types() & AVAILABLE) != 0);
    }
}
