package conveyarr.upstream.radarr;

import static conveyarr.upstream.HookJson.need;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what Radarr's "Webhook" connection sends; the types are those of Radarr 6.0.3. */
final class RadarrHooks implements HookReader {
    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(
                body, "eventType", Body.class, (type, hook) -> new Hook(instance, receivedAt, hook).read(type));
    }

    record Body(
            RadarrApi.Movie movie,
            Release release,
            MovieFile movieFile,
            boolean isUpgrade,
            String downloadId,
            DownloadInfo downloadInfo,
            List<RadarrApi.Message> downloadStatusMessages) {}

    record Release(String releaseTitle, long size, String indexer) {}

    record MovieFile(Long id, String path, long size, String quality) {}

    record DownloadInfo(String title) {}

    private record Hook(String instance, Instant at, Body body) {
        Reading read(String type) {
            return switch (type) {
                case "Grab" -> Reading.of(type, grabbed());
                case "Download" -> Reading.of(type, imported());
                case "MovieAdded" -> Reading.of(type, added());
                case "ManualInteractionRequired" -> Reading.of(type, refused());
                case "Test",
                        "Rename",
                        "MovieDelete",
                        "MovieFileDelete",
                        "Health",
                        "HealthRestored",
                        "ApplicationUpdate" -> Reading.of(type);
                default -> Reading.notUnderstood(type);
            };
        }

        private Sighting grabbed() {
            Release release = need(body.release(), "release");
            String download = RadarrWords.download(body.downloadId(), release.releaseTitle());
            String name = need(release.releaseTitle(), "release title");
            var key = ArrKeys.grab(download, movie().id(), name);
            var what = RadarrWords.release(name, release.size(), release.indexer());
            return new Grabbed(occurrence(key), media(), RadarrWords.title(movie()), download, what);
        }

        private Sighting imported() {
            MovieFile file = need(body.movieFile(), "movieFile");
            long id = need(file.id(), "movieFile.id");
            var what = new ImportedFile(
                    id, need(file.path(), "path"), file.size(), Optional.ofNullable(file.quality()), body.isUpgrade());
            var download = ArrKeys.download(body.downloadId());
            return new Imported(occurrence(ArrKeys.imported(id)), media(), RadarrWords.title(movie()), download, what);
        }

        private Sighting added() {
            RadarrApi.Movie movie = movie();
            return new TitleAdded(
                    occurrence(ArrKeys.added(movie.id())),
                    media(),
                    Words.name(need(movie.title(), "title")),
                    RadarrWords.year(movie));
        }

        private Sighting refused() {
            String name =
                    body.downloadInfo() == null ? null : body.downloadInfo().title();
            String download = RadarrWords.download(body.downloadId(), name);
            MediaId media = RadarrWords.subject(body.movie(), instance, download);
            var reasons = RadarrWords.reasons(body.downloadStatusMessages());
            return new ImportRefused(occurrence(ArrKeys.blocked(download)), media, download, reasons);
        }

        private Occurrence occurrence(NaturalKey key) {
            return Occurrence.at(at, Via.HOOK, instance, key);
        }

        private RadarrApi.Movie movie() {
            return need(body.movie(), "movie");
        }

        private MediaId media() {
            return RadarrWords.media(movie())
                    .orElseThrow(() -> new IllegalArgumentException("the movie has no TMDB id"));
        }
    }
}
