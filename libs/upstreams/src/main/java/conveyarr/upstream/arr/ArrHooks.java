package conveyarr.upstream.arr;

import static conveyarr.upstream.HookJson.need;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.NaturalKey;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.ProgramHooks;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Sighting.TitleRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what the "Webhook" connection of a program of the family sends. */
record ArrHooks(Dialect dialect) implements HookReader {
    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(
                body, "eventType", JsonNode.class, (type, json) -> new Hook(dialect, instance, receivedAt, json)
                        .read(type));
    }

    record Body(
            Release release,
            boolean isUpgrade,
            String downloadId,
            DownloadInfo downloadInfo,
            List<ArrWords.Message> downloadStatusMessages) {}

    record Release(String releaseTitle, long size, String indexer) {}

    record File(Long id, String path, long size, String quality) {}

    record DownloadInfo(String title) {}

    record Hook(Dialect dialect, String instance, Instant at, JsonNode json) {
        Reading read(String type) {
            return dialect.hook(type, json)
                    .map(word -> new Reading(type, true, sightings(word), itself(type)))
                    .orElseGet(() -> Reading.notUnderstood(type));
        }

        private Optional<Trace> itself(String type) {
            return ProgramHooks.key(type, json).map(this::trace);
        }

        private List<Sighting> sightings(Dialect.HookWord word) {
            Body body = ArrJson.bind(json, Body.class);
            return switch (word) {
                case ADDED -> works().map(this::added).toList();
                case REMOVED -> removed();
                case GRABBED -> works().map(work -> grabbed(body, work)).toList();
                case IMPORTED -> files().map(file -> imported(body, file)).toList();
                case REFUSED -> refused(body);
                case DELETED -> ArrFiles.removed(this, works().findFirst().orElseThrow());
                case RENAMED -> ArrFiles.moved(this, works().findFirst().orElseThrow());
                case NOTHING_OF_OURS -> List.of();
            };
        }

        private Sighting added(Work work) {
            need(work.title().title().isEmpty() ? null : work, "title");
            return new TitleAdded(trace(ArrKeys.added(work.number())), work.media(), work.title());
        }

        /** Whoever removes an artist or an author names none of the works that go with it: these are missed in the list. */
        private List<Sighting> removed() {
            boolean files = json.path("deletedFiles").asBoolean();
            return dialect.works(json).stream()
                    .<Sighting>map(work -> new TitleRemoved(trace(ArrKeys.removed(work.number())), work.media(), files))
                    .toList();
        }

        private Sighting grabbed(Body body, Work work) {
            Release release = need(body.release(), "release");
            String name = need(release.releaseTitle(), "release title");
            String download = ArrKeys.download(body.downloadId(), name);
            var what = ArrWords.release(name, release.size(), release.indexer(), work.episodes());
            return new Grabbed(
                    trace(ArrKeys.grab(download, work.number(), name)), work.media(), work.title(), download, what);
        }

        private Sighting imported(Body body, File file) {
            Work work = works().findFirst().orElseThrow();
            long id = need(file.id(), "id of the file");
            var what = new ImportedFile(
                    id,
                    need(file.path(), "path"),
                    file.size(),
                    Optional.ofNullable(file.quality()),
                    body.isUpgrade(),
                    work.episodes());
            var download = ArrKeys.download(body.downloadId());
            return new Imported(trace(ArrKeys.imported(id)), work.media(), work.title(), download, what);
        }

        /** What the program cannot match to a title is about the download. */
        private List<Sighting> refused(Body body) {
            String name =
                    body.downloadInfo() == null ? null : body.downloadInfo().title();
            String download = ArrKeys.download(body.downloadId(), name);
            List<Work> works = dialect.works(json);
            var media = works.isEmpty()
                    ? ArrWords.unmatched(instance, download)
                    : works.getFirst().media();
            var reasons = ArrWords.reasons(body.downloadStatusMessages());
            return List.of(
                    new ImportRefused(trace(ArrWords.blocked(dialect, download, works)), media, download, reasons));
        }

        private Stream<File> files() {
            JsonNode found = json.path(dialect.files());
            var each = found.isArray() ? StreamSupport.stream(found.spliterator(), false) : Stream.of(found);
            need(found.isContainerNode() ? found : null, dialect.files());
            return each.map(file -> ArrJson.bind(file, File.class));
        }

        private Stream<Work> works() {
            List<Work> works = dialect.works(json);
            if (works.isEmpty()) {
                throw new IllegalArgumentException("the hook names no title that all the world knows");
            }
            return works.stream();
        }

        Trace trace(NaturalKey key) {
            return Trace.of(at, Via.HOOK, instance, key);
        }
    }
}
