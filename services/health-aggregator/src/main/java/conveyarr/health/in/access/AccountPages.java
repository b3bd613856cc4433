package conveyarr.health.in.access;

import conveyarr.flow.Aside;
import conveyarr.health.Accounts;
import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Password;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.AccessPage;
import conveyarr.health.in.web.Form;
import conveyarr.health.in.web.Frame;
import conveyarr.health.in.web.Frames;
import conveyarr.health.in.web.Html;
import conveyarr.health.in.web.Needs;
import conveyarr.health.in.web.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Comparator;
import java.util.Optional;

/** The accounts: who there is, a new one or a new password, and one less. */
@Path("/settings/access")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class AccountPages {
    private final Accounts accounts;
    private final Guests guests;
    private final AccessConfig config;
    private final Frames frames;

    AccountPages(Accounts accounts, Guests guests, AccessConfig config, Frames frames) {
        this.accounts = accounts;
        this.guests = guests;
        this.config = config;
        this.frames = frames;
    }

    @GET
    public Uni<Response> all() {
        return page(Status.OK, "");
    }

    /** A new account, or another password and role for one that is there. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> keep(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Frame frame = frames.at("settings");
        var role = Role.of(form.text("role"));
        Optional<String> wrong = Account.wrong(form.text("name"))
                .or(() -> Password.wrong(form.text("password")))
                .or(() -> role.isPresent() ? Optional.empty() : Optional.of("There is no such role."));
        return wrong.isPresent()
                ? page(Status.BAD_REQUEST, wrong.get())
                : accounts.book()
                        .map(book ->
                                role.get() == Role.ADMIN ? Optional.<String>empty() : book.keeps(form.text("name")))
                        .chain(last -> last.isPresent()
                                ? page(Status.CONFLICT, last.get())
                                : kept(form, role.get())
                                        .replaceWith(Html.seeOther(frame.root() + "settings/access?done=saved")));
    }

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> remove(MultivaluedMap<String, String> sent) {
        String name = Form.of(sent).text("name");
        Frame frame = frames.at("settings");
        return accounts.book()
                .map(book -> book.keeps(name))
                .chain(last -> last.isPresent()
                        ? page(Status.CONFLICT, last.get())
                        : accounts.remove(name)
                                .replaceWith(Html.seeOther(frame.root() + "settings/access?done=removed")));
    }

    private Uni<Void> kept(Form form, Role role) {
        return Aside.of(() -> Password.of(form.text("password"), guests.salt()))
                .chain(password -> accounts.keep(new Account(form.text("name"), role, password, guests.generation())));
    }

    private Uni<Response> page(Status status, String trouble) {
        Frame frame = frames.at("settings");
        return accounts.book().chain(book -> {
            var all = book.accounts().values().stream()
                    .sorted(Comparator.comparing(Account::name))
                    .toList();
            var page = new AccessPage(
                    all,
                    config.mode() == AccessConfig.Mode.NONE,
                    config.proxy().trusted().isPresent(),
                    trouble);
            return Html.answer(status, Pages.access(page, frame));
        });
    }
}
