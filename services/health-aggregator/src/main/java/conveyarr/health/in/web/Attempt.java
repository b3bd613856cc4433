package conveyarr.health.in.web;

import conveyarr.health.Answer;
import conveyarr.health.view.other.SavePlan;
import java.util.Map;

/**
 * What a person wants saved, be it a program or a channel, and how the try of it went. {@code plan} is null when nothing was tried, or when it
 * cannot be, for which {@code trouble} says why.
 */
public record Attempt<W>(W wanted, SavePlan plan, String trouble) {
    static <W> Attempt<W> none(W wanted) {
        return new Attempt<>(wanted, null, null);
    }

    static <W> Attempt<W> of(W wanted, Answer answer) {
        return answer.as(SavePlan.class)
                .map(plan -> new Attempt<>(wanted, plan, null))
                .orElseGet(() -> new Attempt<>(wanted, null, answer.detail() + " " + answer.hint()));
    }

    public boolean tried() {
        return plan != null;
    }

    public boolean good() {
        return tried() && plan.tested().good();
    }

    /** How the try went; null when there was none. */
    public String words() {
        return tried() ? plan.tested().words() : trouble;
    }

    /** {@code fields} with what confirms them. */
    Map<String, String> confirmed(Map<String, String> fields) {
        fields.put(Form.TOKEN, plan.confirmToken());
        if (!good()) {
            fields.put("anyway", "on");
        }
        return fields;
    }
}
