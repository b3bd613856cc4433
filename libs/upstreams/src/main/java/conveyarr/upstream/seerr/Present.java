package conveyarr.upstream.seerr;

import conveyarr.upstream.RequestPortal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the lists of a Seerr into one answer. */
record Present(SeerrApi api, Approved approved) {
    private static final int PAGE = 100;

    /** A request as it was when it was asked for, or later. */
    record Dated(SeerrApi.Request request, Instant at) {}

    /** Each request once; the approved ones may be as they were before. */
    Uni<Collection<Dated>> at(Instant now) {
        return approved.orRead(() -> all("approved", 0)).chain(before -> all("pending", 0)
                .chain(pending -> all("failed", 0).chain(failed -> newest().map(newest -> byId(List.of(
                        dated(before.at(), approved.beside(newest, before)),
                        dated(now, pending),
                        dated(now, failed),
                        dated(now, newest)))))));
    }

    private Uni<List<SeerrApi.Request>> newest() {
        return api.requests("all", RequestPortal.NEWEST, 0).map(Present::results);
    }

    /** All pages from {@code skip} on, newest first; a request that comes in meanwhile shows one item twice, which does not matter. */
    private Uni<List<SeerrApi.Request>> all(String filter, int skip) {
        return api.requests(filter, PAGE, skip).chain(page -> {
            var found = results(page);
            return found.size() < PAGE
                    ? Uni.createFrom().item(found)
                    : all(filter, skip + PAGE).map(rest -> joined(found, rest));
        });
    }

    /** Later lists were read later, so they count. */
    private static Collection<Dated> byId(List<List<Dated>> lists) {
        Map<Long, Dated> all = new TreeMap<>();
        lists.forEach(list -> list.stream()
                .filter(one -> SeerrList.isReadable(one.request()))
                .forEach(one -> all.put(one.request().id(), one)));
        return all.values();
    }

    private static List<Dated> dated(Instant moment, List<SeerrApi.Request> requests) {
        return requests.stream().map(request -> new Dated(request, moment)).toList();
    }

    private static List<SeerrApi.Request> results(SeerrApi.Page page) {
        return page.results() == null ? List.of() : page.results();
    }

    private static List<SeerrApi.Request> joined(List<SeerrApi.Request> one, List<SeerrApi.Request> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
