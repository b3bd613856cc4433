package conveyarr.upstream.gluetun;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

/** The part of Gluetun's control server that we use, in its own words. */
@Path("/v1")
interface GluetunApi {
    @GET
    @Path("/version")
    Uni<Version> version();

    @GET
    @Path("/vpn/status")
    Uni<Status> status();

    @GET
    @Path("/publicip/ip")
    Uni<PublicIp> publicIp();

    /** Answers when the change is made, which on a crashed tunnel can take minutes; {@code running} starts only what is stopped. */
    @PUT
    @Path("/vpn/status")
    Uni<Outcome> change(Status wanted);

    /** Since 3.41. */
    @GET
    @Path("/portforward")
    Uni<Forwarded> portForward();

    /** Up to 3.40. */
    @GET
    @Path("/openvpn/portforwarded")
    Uni<Forwarded> portForwarded();

    record Version(String version) {}

    record Status(String status) {}

    record Outcome(String outcome) {}

    record PublicIp(@JsonProperty("public_ip") String publicIp, String country) {}

    /** One port, many, or both, depending on the version; port 0 and null mean none. */
    record Forwarded(int port, List<Integer> ports) {}
}
