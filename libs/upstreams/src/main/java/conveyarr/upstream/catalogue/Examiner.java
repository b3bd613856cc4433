package conveyarr.upstream.catalogue;

import conveyarr.upstream.Upstream.Alive;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts the questions of a file to one instance, one after the other, and puts the answers together. */
public final class Examiner {
    private final Sheet sheet;
    private final Place place;
    private final Map<Ask, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Instant at, Finding finding) {}

    Examiner(Sheet sheet, Place place) {
        this.sheet = sheet;
        this.place = place;
    }

    /** Fails with an {@link conveyarr.upstream.UpstreamTrouble} when the program is down, refuses us or is not what it should be. */
    public Uni<Alive> examine() {
        Uni<Finding> all = Uni.createFrom().item(Finding.NOTHING);
        for (Ask ask : sheet.asks()) {
            all = all.chain(so -> so.bad().isPresent() ? Uni.createFrom().item(so) : ask(ask).map(so::and));
        }
        return all.map(this::alive);
    }

    /** As {@link #examine}, with what its adapter knows already. */
    public Uni<Alive> examine(Alive known) {
        return examine()
                .map(closer -> new Alive(
                        known.version(),
                        closer.info().isBlank() ? known.info() : closer.info(),
                        closer.troubles(),
                        closer.disks()));
    }

    private Uni<Finding> ask(Ask ask) {
        Optional<URI> base = place.base(ask.at());
        boolean skipped =
                base.isEmpty() || ask.with() != null && place.value(ask.with()).isEmpty();
        if (skipped) {
            return Uni.createFrom().item(Finding.NOTHING);
        }
        Kept last = kept.get(ask);
        if (last != null && Instant.now().isBefore(last.at().plus(ask.every()))) {
            return Uni.createFrom().item(last.finding());
        }
        return fresh(ask, base.get()).invoke(finding -> {
            if (!ask.every().isZero()) {
                kept.put(ask, new Kept(Instant.now(), finding));
            }
        });
    }

    private Uni<Finding> fresh(Ask ask, URI base) {
        Uni<Finding> answer = ask.dialogue() != null
                ? Dialogue.ask(ask, place, base)
                : ask.certificate()
                        ? certificate(ask, base)
                        : Caller.ask(ask, sheet, place, base).map(said -> Reading.of(ask, said));
        return ask.otherwise() == Ask.Otherwise.DOWN
                ? answer
                : answer.onFailure(failure -> !(failure instanceof Refused))
                        .recoverWithItem(failure -> Reading.bad(ask, String.valueOf(failure.getMessage())));
    }

    /** Only an address with TLS has one. */
    private Uni<Finding> certificate(Ask ask, URI base) {
        return "https".equals(base.getScheme())
                ? Certificate.ask(ask, place, base)
                : Uni.createFrom().item(Finding.NOTHING);
    }

    private Alive alive(Finding finding) {
        finding.bad().ifPresent(words -> {
            throw new Nonsense(place.name() + " answers, but is not well: " + words);
        });
        var values = new HashMap<>(finding.values());
        String info = sheet.info().map(line -> InfoLine.of(line, values)).orElse("");
        return new Alive(values.getOrDefault("version", ""), info, List.copyOf(finding.troubles()), finding.disks());
    }
}
