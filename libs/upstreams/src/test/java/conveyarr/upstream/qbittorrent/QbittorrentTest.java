package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QbittorrentTest implements UpstreamContract {
    @Override
    public UpstreamKind kind() {
        return new QbittorrentKind();
    }
}
