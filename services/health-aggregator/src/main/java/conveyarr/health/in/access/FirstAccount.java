package conveyarr.health.in.access;

import conveyarr.flow.Aside;
import conveyarr.health.Accounts;
import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Book;
import conveyarr.health.core.access.Password;
import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Visitor;
import conveyarr.health.in.access.Logins.Offered;
import conveyarr.health.in.web.Form;
import conveyarr.health.in.web.Frame;
import conveyarr.health.in.web.Frames;
import conveyarr.health.in.web.Html;
import conveyarr.health.in.web.Needs;
import conveyarr.health.in.web.Pages;
import conveyarr.health.in.web.Visit;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** The first step of the setup: the account of the owner, who proves to be that by the API key. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Needs.Open
class FirstAccount {
    private static final String NO_KEY =
            "This is not the API key. It was printed at the first start, and is in the file api-key of the data folder.";

    private final Accounts accounts;
    private final Logins logins;
    private final Guests guests;
    private final Peer peer;
    private final Visit visit;
    private final Frames frames;

    FirstAccount(Accounts accounts, Logins logins, Guests guests, Peer peer, Visit visit, Frames frames) {
        this.accounts = accounts;
        this.logins = logins;
        this.guests = guests;
        this.peer = peer;
        this.visit = visit;
        this.frames = frames;
    }

    /** With an account it goes on for those who may, and to the login for all others. */
    @GET
    public Uni<Response> first() {
        Frame frame = frames.at("settings");
        Visitor visitor = visit.visitor();
        boolean owner = visitor != null && visitor.may(Role.ADMIN);
        boolean keyless = owner && (visitor.proof() == Visitor.Proof.NONE || visitor.proof() == Visitor.Proof.PROXY);
        return accounts.book()
                .chain(book -> book.isNew() && !keyless
                        ? page(Status.OK, "")
                        : Uni.createFrom().item(Html.seeOther(frame.root() + (owner ? "setup/find" : "login"))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(MultivaluedMap<String, String> sent, @Context HttpServerRequest call) {
        Form form = Form.of(sent);
        var wrong = Account.wrong(form.text("name")).or(() -> Password.wrong(form.text("password")));
        if (wrong.isPresent()) {
            return page(Status.BAD_REQUEST, wrong.get());
        }
        return accounts.book()
                .chain(book -> refusal(book, form, call))
                .chain(refusal -> refusal.isPresent() ? page(Status.UNAUTHORIZED, refusal.get()) : created(form, call));
    }

    private Uni<Optional<String>> refusal(Book book, Form form, HttpServerRequest call) {
        if (!book.isNew()) {
            return Uni.createFrom().item(Optional.of("There is an account already. Log in with it."));
        }
        return logins.check(new Offered("", form.text("key"), peer.client(call)))
                .map(tried -> tried.good() ? Optional.empty() : Optional.of(tried.refusal(NO_KEY)));
    }

    private Uni<Response> created(Form form, HttpServerRequest call) {
        String root = frames.at("settings").root();
        return Aside.of(() -> Password.of(form.text("password"), guests.salt())).chain(password -> {
            var account = new Account(form.text("name"), Role.ADMIN, password, guests.generation());
            return accounts.keep(account)
                    .map(_ -> Response.fromResponse(Html.seeOther(root + "setup/find?done=welcome"))
                            .cookie(guests.begin(account, call))
                            .build());
        });
    }

    private Uni<Response> page(Status status, String trouble) {
        return Html.answer(status, Pages.account(trouble, frames.at("settings")));
    }
}
