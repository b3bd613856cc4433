package conveyarr.health.in.access;

import conveyarr.health.Accounts;
import conveyarr.health.SingleSignOn;
import conveyarr.health.in.access.Logins.Offered;
import conveyarr.health.in.access.Logins.Tried;
import conveyarr.health.in.web.Form;
import conveyarr.health.in.web.Frame;
import conveyarr.health.in.web.Frames;
import conveyarr.health.in.web.Html;
import conveyarr.health.in.web.Needs;
import conveyarr.health.in.web.Pages;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Login and logout. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Needs.Open
class LoginPages {
    private final Logins logins;
    private final Guests guests;
    private final Peer peer;
    private final Accounts accounts;
    private final SingleSignOn signOn;
    private final Frames frames;

    LoginPages(Logins logins, Guests guests, Peer peer, Accounts accounts, SingleSignOn signOn, Frames frames) {
        this.signOn = signOn;
        this.logins = logins;
        this.guests = guests;
        this.peer = peer;
        this.accounts = accounts;
        this.frames = frames;
    }

    @GET
    @Path("/login")
    public Uni<Response> form(@Context HttpServerRequest call) {
        return signOn.automatic() && call.getParam("local") == null
                ? Uni.createFrom().item(Html.seeOther(frames.at("").root() + "login/oidc"))
                : page(Status.OK, "");
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> login(MultivaluedMap<String, String> sent, @Context HttpServerRequest call) {
        Form form = Form.of(sent);
        Frame frame = frames.at("");
        return logins.check(new Offered(form.text("name"), form.text("password"), peer.client(call)))
                .chain(tried -> tried.good()
                        ? Uni.createFrom().item(in(frame, cookie(tried, call)))
                        : page(
                                tried.blockedUntil().isPresent() ? Status.TOO_MANY_REQUESTS : Status.UNAUTHORIZED,
                                tried.refusal("The name and the password do not fit.")));
    }

    @POST
    @Path("/logout")
    public Uni<Response> logout(@Context HttpServerRequest call) {
        Response out = Response.fromResponse(Html.seeOther(frames.at("").root() + "login?local=yes"))
                .cookie(guests.end(call))
                .build();
        return guests.session(call)
                .map(session -> accounts.end(session).replaceWith(out))
                .orElseGet(() -> Uni.createFrom().item(out));
    }

    private NewCookie cookie(Tried tried, HttpServerRequest call) {
        return tried.account().map(account -> guests.begin(account, call)).orElseGet(() -> guests.beginByKey(call));
    }

    private static Response in(Frame frame, NewCookie cookie) {
        return Response.fromResponse(Html.seeOther(frame.root())).cookie(cookie).build();
    }

    private Uni<Response> page(Status status, String trouble) {
        return Html.answer(status, Pages.login(trouble, signOn.label().orElse(""), frames.at("")));
    }
}
