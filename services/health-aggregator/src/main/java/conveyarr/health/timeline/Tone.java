package conveyarr.health.timeline;

import java.util.Locale;

/** How a state is to be taken; the same in pages, API and tools. Ordered from calm to urgent. */
public enum Tone {
    OFF("–"),
    OK("●"),
    INFO("◐"),
    WAIT("○"),
    WARN("▲"),
    BAD("■");

    private final String shape;

    Tone(String shape) {
        this.shape = shape;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says the tone without colour. */
    public String shape() {
        return shape;
    }
}
