package conveyarr.upstream.plex;

import conveyarr.upstream.MediaServer;
import conveyarr.upstream.PathMap;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.plex.PlexApi.Section;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Plex in our words. */
record Plex(String name, PlexApi api, PathMap paths) implements MediaServer {
    static final String KIND = "plex";
    private static final int NEWEST = 100;
    private static final int MOST_ALBUMS = 10;
    private static final Map<String, Type> TYPES =
            Map.of("movie", new Type("movie", 1), "series", new Type("show", 2), "album", new Type("artist", 9));

    /** The type of the sections that may have it, and its own number. */
    private record Type(String section, int number) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> kinds() {
        return TYPES.keySet();
    }

    @Override
    public Uni<Alive> probe() {
        return api.root().map(Plex::container).map(root -> {
            if (root.version() == null) {
                throw new Nonsense(name + " is not Plex: its answer has no version");
            }
            return new Alive(root.version(), "Plex " + root.version());
        });
    }

    /** In every section that has the folder, even if only one of several knows the file; where none does, nobody is asked. */
    @Override
    public Uni<Void> scan(String folder) {
        return sections()
                .chain(all -> each(
                        all.stream()
                                .filter(section -> library(section).holds(folder))
                                .toList(),
                        section -> api.refresh(section.key(), folder)));
    }

    private static Uni<Void> each(List<Section> sections, Function<Section, Uni<Void>> ask) {
        return Multi.createFrom()
                .iterable(sections)
                .onItem()
                .transformToUniAndConcatenate(ask::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Library>> libraries() {
        return sections().map(all -> all.stream().map(Plex::library).toList());
    }

    @Override
    public Uni<Optional<Item>> find(Wanted wanted) {
        Type type = TYPES.get(wanted.media().kind());
        if (type == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return sections()
                .map(all -> all.stream()
                        .filter(section -> type.section().equals(section.type()))
                        .toList())
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(section -> find(section, type, wanted))
                        .collect()
                        .asList())
                .map(found -> Items.best(found, wanted));
    }

    private Uni<List<Section>> sections() {
        return api.sections().map(Plex::container).map(found -> Items.orNone(found.sections()));
    }

    /** By its title; under another one, as a server in another language shows it, among the newest. */
    private Uni<Optional<Item>> find(Section section, Type type, Wanted wanted) {
        var named = wanted.title().isBlank()
                ? Uni.createFrom().item(Optional.<Item>empty())
                : api.named(section.key(), type.number(), wanted.title()).chain(found -> among(found, wanted));
        return named.chain(item -> item.isPresent()
                ? Uni.createFrom().item(item)
                : api.newest(section.key(), type.number(), NEWEST).chain(found -> among(found, wanted)));
    }

    private Uni<Optional<Item>> among(PlexApi.Answer answer, Wanted wanted) {
        String kind = wanted.media().kind();
        List<PlexApi.Item> found = Items.orNone(container(answer).items());
        if (kind.equals("album")) {
            return first(found.stream().limit(MOST_ALBUMS).toList(), album -> inFolder(album, wanted.folder()));
        }
        return first(
                Items.sameFirst(found, wanted).limit(1).toList(),
                item -> kind.equals("series")
                        ? api.leaves(item.ratingKey()).map(all -> Optional.of(Items.withEpisodes(item, leaves(all))))
                        : Uni.createFrom().item(Optional.of(Items.item(item))));
    }

    private Uni<Optional<Item>> inFolder(PlexApi.Item album, String folder) {
        return api.leaves(album.ratingKey()).map(all -> leaves(all).stream()
                .flatMap(Items::files)
                .filter(file -> PathMap.isWithin(folder, file))
                .findFirst()
                .map(_ -> Items.item(album)));
    }

    private static <T> Uni<Optional<Item>> first(List<T> all, Function<T, Uni<Optional<Item>>> look) {
        return all.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : look.apply(all.getFirst())
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found)
                                : first(all.subList(1, all.size()), look));
    }

    private static List<PlexApi.Item> leaves(PlexApi.Answer answer) {
        return Items.orNone(container(answer).items());
    }

    private static Library library(Section section) {
        return new Library(
                section.title(),
                Items.orNone(section.locations()).stream()
                        .map(PlexApi.Place::path)
                        .toList());
    }

    private static PlexApi.Container container(PlexApi.Answer answer) {
        return answer.container() == null ? new PlexApi.Container(null, null, null, null) : answer.container();
    }
}
