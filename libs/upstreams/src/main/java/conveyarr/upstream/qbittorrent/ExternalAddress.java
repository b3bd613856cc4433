package conveyarr.upstream.qbittorrent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Before 5.1 only the log tells by which address the world sees it, and only in English. */
final class ExternalAddress {
    private static final Pattern TOLD = Pattern.compile(
            "external IP\\b[^0-9a-fA-F:]*?(?:IP: )?\"?((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]{3,39})\"?\\s*$");

    private ExternalAddress() {}

    static Optional<String> newest(List<QbittorrentApi.Noted> log) {
        return log.stream()
                .map(noted -> TOLD.matcher(Torrent.text(noted.message())))
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .reduce((_, later) -> later);
    }
}
