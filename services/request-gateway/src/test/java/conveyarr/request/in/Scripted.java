package conveyarr.request.in;

import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A portal that answers what the test says, and can do nothing else. */
record Scripted(String name, List<RequestSeen> answer) implements RequestPortal {
    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public Uni<Alive> probe() {
        return Uni.createFrom().item(new Alive("1", "scripted 1"));
    }

    @Override
    public Uni<List<RequestSeen>> requests() {
        return Uni.createFrom().item(answer);
    }

    @Override
    public Uni<Optional<RequestSeen>> request(long number) {
        return Uni.createFrom()
                .item(answer.stream()
                        .filter(seen -> seen.request().number() == number)
                        .findFirst());
    }

    @Override
    public Uni<Counts> counts() {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<List<Found>> search(String words) {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<Optional<Found>> find(MediaId media) {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<List<Account>> accounts() {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<Contacts> contacts(long account) {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<RequestSeen> ask(Wish wish) {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<Void> act(long number, RequestAction action) {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<Void> lookAtLibrary() {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public Uni<List<String>> announcers() {
        throw new UnsupportedOperationException("not scripted");
    }
}
