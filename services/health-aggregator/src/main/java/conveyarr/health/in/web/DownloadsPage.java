package conveyarr.health.in.web;

import conveyarr.health.view.other.Downloads;
import java.util.List;

/** All downloads; {@code trouble} says why nothing is known of them, or is null. */
public record DownloadsPage(Downloads downloads, String trouble) {
    public List<Downloads.Client> held() {
        return downloads.clients().stream().filter(Downloads.Client::held).toList();
    }
}
