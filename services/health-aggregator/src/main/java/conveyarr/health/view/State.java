package conveyarr.health.view;

import conveyarr.health.timeline.Tone;

/** How a program is; {@code word} is for the API, {@code text} for people. */
public enum State {
    OK("ok", "OK"),
    DEGRADED("degraded", "Not well"),
    DOWN("down", "Down"),
    FLAPPING("flapping", "Restarting"),
    NOT_STARTED("not started", "Not started"),
    NOT_CONFIGURED("not configured", "Not configured"),
    UNKNOWN("unknown", "Unknown"),
    HELD_BY_VPN("held by VPN", "Held by VPN"),
    REFUSED("refused", "Needs you");

    private final String word;
    private final String text;

    State(String word, String text) {
        this.word = word;
        this.text = text;
    }

    public String word() {
        return word;
    }

    public String text() {
        return text;
    }

    /** What fails is bad only where the stack cannot do without it. */
    Tone tone(boolean required) {
        return switch (this) {
            case OK -> Tone.OK;
            case DEGRADED -> Tone.WARN;
            case DOWN, FLAPPING, NOT_STARTED, REFUSED -> required ? Tone.BAD : Tone.WARN;
            case HELD_BY_VPN -> Tone.WAIT;
            case NOT_CONFIGURED, UNKNOWN -> Tone.OFF;
        };
    }
}
