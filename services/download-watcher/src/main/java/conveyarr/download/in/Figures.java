package conveyarr.download.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import conveyarr.download.in.DownloadView.Live;
import java.util.Optional;

/** The live figures of a download once more, beside the rest, as most readers want them. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Figures(
        Optional<Double> progress,
        Optional<Long> bytesLeft,
        Optional<Long> rate,
        Optional<Long> eta,
        Optional<Integer> seeds) {
    static Figures of(Optional<Live> live) {
        return new Figures(
                live.map(Live::progress),
                live.map(Live::bytesLeft),
                live.map(Live::rate),
                live.flatMap(Live::eta),
                live.map(Live::seeds));
    }
}
