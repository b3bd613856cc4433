package conveyarr.health.in.web;

import conveyarr.health.Answer;
import conveyarr.health.Neighbours;
import conveyarr.health.Neighbours.Call;
import conveyarr.health.view.other.Plan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** Has things done by other services: first a page that shows exactly what would be done, then, when that is confirmed, the deed. */
@Singleton
class Deeds {
    private final Neighbours neighbours;

    Deeds(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The question, or the deed when the form brings the token of the question. */
    Uni<Response> ask(Frame frame, Deed deed, Form form) {
        return form.given(Form.TOKEN)
                .map(token -> neighbours
                        .send(
                                deed.who(),
                                new Call(deed.method(), deed.confirmedPath(token), deed.confirmedOrder(token)))
                        .chain(answer -> finished(frame, answer, new Way(deed.back(), deed.done()))))
                .orElseGet(() -> neighbours
                        .send(deed.who(), new Call(deed.method(), deed.dryPath(), deed.dryOrder()))
                        .chain(answer -> question(frame, deed, new Said(form, answer))));
    }

    /** For what needs no question. */
    Uni<Response> now(Frame frame, Uni<Answer> deed, Way way) {
        return deed.chain(answer -> answer.isGood()
                ? Uni.createFrom().item(Html.seeOther(frame.root() + way.address()))
                : refused(frame, answer, way.back()));
    }

    /** Where it goes on: the page, below the root, and what that says was done. */
    record Way(String back, Done done) {
        String address() {
            return back + (back.contains("?") ? "&" : "?") + "done=" + done.word();
        }
    }

    private record Said(Form form, Answer answer) {}

    private static Uni<Response> question(Frame frame, Deed deed, Said said) {
        Optional<Plan> plan = said.answer().as(Plan.class).filter(one -> one.confirmToken() != null);
        return plan.map(one -> Html.ok(Pages.confirm(
                        new Question(
                                deed.question(),
                                one,
                                said.form().fixedBy(said.answer().body()),
                                deed.back()),
                        frame)))
                .orElseGet(() -> refused(frame, said.answer(), deed.back()));
    }

    private static Uni<Response> finished(Frame frame, Answer answer, Way way) {
        return answer.isGood()
                ? Uni.createFrom().item(Html.seeOther(frame.root() + way.address()))
                : refused(frame, answer, way.back());
    }

    static Uni<Response> refused(Frame frame, Answer answer, String back) {
        Status status =
                Optional.ofNullable(Status.fromStatusCode(answer.status())).orElse(Status.BAD_GATEWAY);
        // What our own key is refused for is no matter of the visitor's login.
        Status shown = status == Status.UNAUTHORIZED || answer.isGood() ? Status.BAD_GATEWAY : status;
        var note = new Html.Note("This was not done", answer.detail(), answer.hint(), back, "Back");
        return Html.message(frame, shown, note);
    }
}
