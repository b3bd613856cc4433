package conveyarr.request.in;

import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.request.People;
import conveyarr.request.RequestFlow;
import conveyarr.request.core.Person.Home;
import conveyarr.request.core.Person.Reach;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.RequestPortal.Account;
import conveyarr.upstream.RequestPortal.Contacts;
import conveyarr.upstream.UpstreamTrouble;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns who may ask in each Seerr, and where these people want to be told of things. */
@ApplicationScoped
class PeoplePoll {
    private final Portals portals;
    private final People people;
    private final Alone poll;

    PeoplePoll(RequestFlow flow, Portals portals, People people) {
        this.portals = portals;
        this.people = people;
        this.poll = new Alone(flow, "people");
    }

    @Scheduled(
            every = "{conveyarr.request.people-every:1h}",
            delayed = "{conveyarr.request.people-after:20s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(portals.all(), RequestPortal::name, (portal, _) -> portal.accounts()
                .chain(all -> InOrder.eachPossible(all, account -> learn(portal, account))));
    }

    /** What only an admin's key may see is left out. */
    private Uni<Void> learn(RequestPortal portal, Account account) {
        if (account.name().isBlank()) {
            return Uni.createFrom().voidItem();
        }
        return portal.contacts(account.id())
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(Contacts.NONE)
                .chain(contacts -> people.know(
                        new Home(portal.name(), account.id()),
                        account.name(),
                        new Reach(account.email(), contacts.discord(), contacts.telegram())));
    }
}
