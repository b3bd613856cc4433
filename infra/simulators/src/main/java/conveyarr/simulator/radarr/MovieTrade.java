package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Connections;
import conveyarr.simulator.arr.Release;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.arr.Trade;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.state.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** One release and one file for each movie. */
final class MovieTrade implements Trade<RadarrState> {
    private final Ledger<RadarrState> state;
    private final Connections connections;

    MovieTrade(Ledger<RadarrState> state, Connections connections) {
        this.state = state;
        this.connections = connections;
    }

    @Override
    public Collection<Integer> wanted(RadarrState s, String command, JsonNode body) {
        List<Integer> wanted = new ArrayList<>();
        if (command.equals("moviessearch")) {
            body.path("movieIds").forEach(id -> wanted.add(id.asInt()));
        }
        return wanted;
    }

    @Override
    public List<Tracked> picks(RadarrState s, Set<Integer> asked) {
        return s.movies.stream()
                .filter(m -> asked.contains(m.id) && !m.hasFile())
                .filter(m -> s.following(m.id).isEmpty() && !s.nothing.contains(m.movie.tmdbId()))
                .map(m -> new Tracked(m.id, List.of(m.id), release(m.movie, 1 + s.times(m.id, "downloadFailed"))))
                .toList();
    }

    private static Release release(Movie movie, int attempt) {
        long size = (2L << 30) + movie.tmdbId() % 1000 * 4_000_003L;
        return Release.of("movie:tmdb:" + movie.tmdbId(), movie.dotted() + ".1080p.BluRay.x265", size, attempt);
    }

    @Override
    public ObjectNode grabbed(RadarrState s, Tracked pick, int movie) {
        return HistoryData.grabbed(pick.release(), row(s, pick));
    }

    @Override
    public ObjectNode grab(RadarrState s, Tracked pick) {
        return Payloads.grab(row(s, pick), pick.release());
    }

    @Override
    public boolean knows(RadarrState s, Tracked download) {
        return s.movie(download.titleId()).isPresent();
    }

    @Override
    public boolean isBlocked(RadarrState s, Tracked download) {
        return s.blocked.contains(row(s, download).movie.tmdbId());
    }

    @Override
    public ObjectNode blocked(RadarrState s, Tracked download) {
        return Payloads.manualInteraction(row(s, download), download.release());
    }

    @Override
    public void unblock(RadarrState s, JsonNode file) {
        s.movie(file.path("movieId").asInt()).ifPresent(row -> s.blocked.remove(row.movie.tmdbId()));
    }

    @Override
    public List<ObjectNode> proposals(RadarrState s, Tracked download) {
        return s.movie(download.titleId()).stream()
                .map(row -> RadarrViews.proposal(download, row))
                .toList();
    }

    @Override
    public void take(Tracked download, String contentPath) {
        String source = contentPath + "/movie.mkv";
        MovieRow row = state.read(s -> row(s, download));
        state.update(s -> {
            row.movieFileId = s.nextFile();
            row.size = download.release().size();
            row.imported = Instant.now();
            row.release = download.release().title();
            s.finished(download);
            ObjectNode data = HistoryData.imported(download.release(), row, source);
            s.write("downloadFolderImported", download, row.id, data);
        });
        connections.publish("onDownload", "Download", Payloads.download(row, download.release(), source));
    }

    private static MovieRow row(RadarrState s, Tracked download) {
        return s.movie(download.titleId()).orElseThrow();
    }
}
