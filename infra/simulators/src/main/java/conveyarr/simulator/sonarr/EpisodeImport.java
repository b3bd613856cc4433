package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Connections;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.state.Ledger;
import java.time.Instant;
import java.util.List;

/** Puts a download into the library file by file, each with its hook, and then one for the whole; and takes files out. */
final class EpisodeImport {
    private final Ledger<SonarrState> state;
    private final Connections connections;

    EpisodeImport(Ledger<SonarrState> state, Connections connections) {
        this.state = state;
        this.connections = connections;
    }

    /** What a kill left half done is done to its end; no file comes twice. */
    void take(Tracked download) {
        SeriesRow row = state.read(s -> s.series(download.titleId()).orElseThrow());
        List<EpisodeRow> episodes = state.read(s -> s.episodes(row, download.pieces()));
        episodes.stream()
                .filter(e -> !e.release.equals(download.release().title()) || !e.hasFile())
                .forEach(episode -> take(download, row, episode));
        state.update(s -> s.finished(download));
        connections.publish("onImportComplete", "Download", SonarrPayloads.complete(row, episodes, download));
    }

    private void take(Tracked download, SeriesRow row, EpisodeRow episode) {
        ObjectNode gone = episode.hasFile() ? SonarrPayloads.file(row, episode) : null;
        if (gone != null) {
            remove(row, episode, "Upgrade", "upgrade");
        }
        state.update(s -> {
            episode.fileId = s.nextFile();
            episode.size = download.release().size() / download.pieces().size();
            episode.quality = gone == null ? "WEBDL-1080p" : "Bluray-1080p";
            episode.release = download.release().title();
            episode.group = download.release().group();
            episode.imported = Instant.now();
            s.better.remove(episode.id);
            ObjectNode data = SonarrHistory.imported(download, row, episode);
            s.write("downloadFolderImported", download, episode.id, data);
        });
        String flag = gone == null ? "onDownload" : "onUpgrade";
        connections.publish(flag, "Download", SonarrPayloads.download(row, episode, download, gone));
    }

    /** History and hook write the reason in different ways. */
    void remove(SeriesRow row, EpisodeRow episode, String reason, String hookReason) {
        ObjectNode body = SonarrPayloads.fileDelete(row, episode, hookReason);
        state.update(s -> {
            s.writeDeleted(row.id, episode.id, row.filePath(episode), SonarrHistory.deleted(episode, reason));
            episode.drop();
        });
        boolean upgrade = hookReason.equals("upgrade");
        String flag = upgrade ? "onEpisodeFileDeleteForUpgrade" : "onEpisodeFileDelete";
        connections.publish(flag, "EpisodeFileDelete", body);
    }
}
