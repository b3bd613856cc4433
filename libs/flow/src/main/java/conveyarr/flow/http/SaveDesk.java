package conveyarr.flow.http;

import conveyarr.flow.config.Origin;
import conveyarr.flow.config.SavedEntries;
import conveyarr.flow.config.Saving;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Saves an entry and takes it back, each after a dry run. How an entry is tried is for the service to say that it belongs to. */
public final class SaveDesk {
    private static final String ANYWAY = "Mend it and try again, or confirm with \"saveAnyway\":true.";

    private final SavedEntries saved;
    private final Confirmation confirmation;
    private final SealedSecrets seal;

    public SaveDesk(SavedEntries saved, Confirmation confirmation, SealedSecrets seal) {
        this.saved = saved;
        this.confirmation = confirmation;
        this.seal = seal;
    }

    /** How a try went, as a sentence. */
    public record Trial(boolean good, String words) {}

    /** As {@link Plan}, with how the try went, and the secrets that were typed, sealed. */
    public record Tried(List<Plan.Step> would, String confirmToken, Trial tested, Optional<String> sealed) {}

    public record Done(String state, String counts) {}

    /** Reads what is saved. Throws {@link IllegalArgumentException} with a sentence for people. */
    public Wish wish(String name, Saving order) {
        saved.refresh();
        var before = saved.find(name);
        var typed = typed(name, order);
        var settings = new TreeMap<>(order.open());
        settings.putAll(order.kept(name, typed, before));
        settings.putAll(typed);
        return new Wish(name, order, typed, before, settings);
    }

    /** Those that are sealed were typed together: none of them goes with one that is typed now. */
    private Map<String, String> typed(String name, Saving order) {
        boolean nothing = order.sealed() == null || order.sealed().isBlank();
        return nothing || !order.secrets().isEmpty() ? order.secrets() : seal.open(order.sealed(), order.subject(name));
    }

    /** The answer to the dry run. */
    public Response tried(Wish wish, Trial trial) {
        var plan = confirmation.plan(wish.action(trial.good()), steps(wish), Instant.now());
        Optional<String> sealed = Optional.of(wish.typed())
                .filter(typed -> !typed.isEmpty())
                .map(typed -> seal.seal(typed, wish.order().subject(wish.name())));
        return Response.ok(new Tried(plan.would(), plan.confirmToken(), trial, sealed))
                .build();
    }

    /** Writes it, when its dry run was confirmed. */
    public Response save(Wish wish) {
        String token = wish.order().confirmToken();
        boolean good = confirms(token, wish.action(true), steps(wish));
        if (!good && !confirms(token, wish.action(false), steps(wish))) {
            return Confirmation.missing();
        }
        return good || wish.order().saveAnyway()
                ? written(() -> saved.replace(wish.name(), wish.before(), Optional.of(wish.settings())), "SAVED")
                : Problem.answer(Status.CONFLICT, wish.name() + " did not pass its test.", ANYWAY);
    }

    /** {@code what} is what it is, in many, such as {@code connections}. */
    public Response forget(String name, String what, boolean dryRun, String token) {
        try {
            return forgotten(name, what, dryRun, token);
        } catch (IllegalArgumentException e) {
            return Problem.answer(Status.CONFLICT, e.getMessage(), "Nothing was changed.");
        }
    }

    private Response forgotten(String name, String what, boolean dryRun, String token) {
        saved.refresh();
        var before = saved.find(name);
        if (before.isEmpty()) {
            return settled(name)
                    .orElseGet(() -> Problem.answer(
                            Status.NOT_FOUND,
                            "Nothing is saved under this name.",
                            "The saved " + what + " are: "
                                    + String.join(", ", saved.all().keySet()) + "."));
        }
        String action = "forget " + name + " " + before;
        var steps = List.of(step(
                "remove " + name + " from " + saved.path().getFileName(), name + " is left alone; what it told stays"));
        if (dryRun) {
            return Response.ok(confirmation.plan(action, steps, Instant.now())).build();
        }
        return confirms(token, action, steps)
                ? written(() -> saved.replace(name, before, Optional.empty()), "REMOVED")
                : Confirmation.missing();
    }

    /** The refusal, when somebody settled it outside. */
    public Optional<Response> settled(String name) {
        return saved.origins(name).values().stream()
                .filter(origin -> !Origin.isSaved(origin))
                .findFirst()
                .map(origin -> Problem.answer(
                        Status.CONFLICT,
                        name + " is set by " + origin + ".",
                        "Change it there; or take it out there, start again, and save it here."));
    }

    private boolean confirms(String token, String action, List<Plan.Step> steps) {
        return confirmation.confirms(token, action, steps, Instant.now());
    }

    private List<Plan.Step> steps(Wish wish) {
        return List.of(step(
                "write " + saved.path().getFileName(),
                wish.name() + " is kept" + wish.order().summary(wish.settings())
                        + ", and counts from the next start on"));
    }

    private static Plan.Step step(String call, String effect) {
        return new Plan.Step("conveyarr", call, effect);
    }

    private interface Writing {
        /** False when somebody else was first. */
        boolean run() throws IOException;
    }

    private Response written(Writing writing, String state) {
        try {
            return writing.run()
                    ? Response.ok(new Done(state, "from the next start on")).build()
                    : Confirmation.missing();
        } catch (IOException e) {
            return Problem.answer(
                    Status.INTERNAL_SERVER_ERROR,
                    saved.path() + " cannot be written (" + e.getClass().getSimpleName() + ").",
                    "Give the user that Conveyarr runs as the data folder, or say it in the environment.");
        }
    }
}
