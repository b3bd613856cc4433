package conveyarr.upstream;

import conveyarr.upstream.UpstreamTrouble.Unreachable;
import java.net.URI;

/** What may lie between us and a download client, which often sits in the network of another container. */
public final class Network {
    private Network() {}

    /** The same trouble, with what would put it right. */
    public static Unreachable withFix(Unreachable trouble, URI url) {
        int port = url.getPort() < 0 ? 80 : url.getPort();
        String fix =
                switch (trouble.why()) {
                    case UNKNOWN_HOST ->
                        ". A container in another's network (network_mode: service:gluetun) has no name of its own:"
                                + " use the other's, such as http://gluetun:" + port;
                    case CONNECTION_REFUSED ->
                        ". It is not running or listens on another port; or it sits in the network of a container that"
                                + " was made anew (such as gluetun), and must be restarted itself";
                    case SILENT ->
                        ". A firewall may drop our calls; behind gluetun, add the port: FIREWALL_INPUT_PORTS=" + port;
                    case OTHER -> "";
                };
        return new Unreachable(trouble.getMessage() + fix, trouble.why());
    }
}
