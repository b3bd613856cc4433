package conveyarr.request.in;

import conveyarr.flow.http.Plan.Step;
import conveyarr.flow.http.Problem;
import conveyarr.request.core.Choice;
import conveyarr.request.in.ConnectionOrder.Mode;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.HookSource.Foreign;
import conveyarr.upstream.HookSource.Standing;
import conveyarr.upstream.HookSource.State;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What an order comes to, as things stand in the program. */
record HookPlan(HookSource source, Mode mode, Situation now, List<URI> candidates) {
    /** What the program says of its hooks, and what was chosen before. */
    record Situation(Standing before, Optional<Choice> choice) {
        Optional<String> foreign() {
            return before.inOurPlace().map(Foreign::place);
        }

        /** Where copies of its hooks go now. */
        Optional<String> forwarded() {
            return choice.flatMap(Choice::forwarding)
                    .map(forwarding -> HookSource.place(forwarding.target().toString()));
        }

        boolean holdsOurs() {
            return before.url().isPresent();
        }
    }

    /** Where its one hook goes that is not ours, without what may be a key. */
    Optional<String> previous() {
        return now.foreign().or(now::forwarded);
    }

    String action() {
        return "hook " + mode + " " + source.name();
    }

    List<Step> steps() {
        return switch (mode) {
            case INSTALL -> now.forwarded().isPresent() ? List.of(install(), forward()) : List.of(install());
            case REPLACE_AND_FORWARD -> List.of(install(), forward());
            case POLLING_ONLY, REMOVE -> now.holdsOurs() ? List.of(delete(), remember()) : List.of(remember());
        };
    }

    private Step delete() {
        String effect = now.forwarded()
                .map(place -> "its webhook to " + place + " is put back as it was before us")
                .orElse("no hook of it comes to us any more");
        return new Step(name(), "delete our webhook", effect);
    }

    private Step remember() {
        return new Step("request-gateway", "remember " + mode, name() + " is polled; nobody else's webhook is touched");
    }

    private Step install() {
        String tried = String.join(", ", candidates.stream().map(URI::toString).toList());
        String call = "save a webhook to the first of these addresses that its own test reaches: " + tried;
        return new Step(name(), call, "all events of " + name() + " come to us at once");
    }

    private Step forward() {
        String effect = "a copy of each hook that it had goes where it went before";
        return new Step("request-gateway", "POST " + previous().orElse("?"), effect);
    }

    /** Why it must not or cannot be done. */
    Optional<Response> obstacle() {
        boolean foreign = now.before().state() == State.FOREIGN;
        return switch (mode) {
            case INSTALL -> foreign ? Optional.of(taken()) : Optional.empty();
            case REPLACE_AND_FORWARD ->
                foreign
                        ? now.before().inOurPlace().filter(HookPlan::isUnfit).map(_ -> unfit())
                        : Optional.of(nothing());
            case POLLING_ONLY, REMOVE -> Optional.empty();
        };
    }

    private static boolean isUnfit(Foreign there) {
        return !there.plain() || there.url().map(URI::getHost).isEmpty();
    }

    private Response taken() {
        return Problem.answer(
                Status.CONFLICT,
                name() + " has room for one hook, and that goes to "
                        + previous().orElse("?") + ".",
                "Use mode replace-and-forward, which sends a copy of each hook there, or polling-only, which leaves it"
                        + " alone.");
    }

    private Response unfit() {
        return Problem.answer(
                Status.CONFLICT,
                "The hook of " + name() + " is made by a template of its own, or goes to no address that we can call.",
                "Use mode polling-only, which leaves it alone.");
    }

    private Response nothing() {
        return Problem.answer(
                Status.CONFLICT,
                name() + " has no hook of somebody else that has to be replaced.",
                "Use mode install.");
    }

    private String name() {
        return source.name();
    }
}
