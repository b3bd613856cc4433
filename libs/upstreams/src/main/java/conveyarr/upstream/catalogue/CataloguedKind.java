package conveyarr.upstream.catalogue;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A kind that only its file knows. CDI does not find it: {@link Catalogue} makes it. */
record CataloguedKind(String kind, Sheet sheet) implements UpstreamKind {
    @Override
    public List<String> needs() {
        return sheet.needs();
    }

    @Override
    public Upstream open(String name, Entry at) {
        return new Program(name, kind, sheet.group(), new Examiner(sheet, new Place(name, at)));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.empty();
    }

    private record Program(String name, String kind, String where, Examiner examiner) implements Upstream {
        @Override
        public Uni<Alive> probe() {
            return examiner.examine();
        }

        @Override
        public Optional<String> group() {
            return Optional.of(where);
        }
    }
}
