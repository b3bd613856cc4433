package conveyarr.health.in.web;

import conveyarr.health.view.other.ChannelKind;
import conveyarr.health.view.other.ChannelKind.Key;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A channel that is tried and saved; without a kind, the choice of one. {@code hidden} are the secrets that are saved of it. */
public record ChannelPage(List<ChannelKind> kinds, Set<String> hidden, Attempt<WantedChannel> attempt) {
    /** {@code saved}: left empty, it is the one that is saved. */
    public record Field(String name, String label, String value, String type, boolean saved, boolean required) {}

    public WantedChannel wanted() {
        return attempt.wanted();
    }

    public boolean chosen() {
        return kinds.stream().anyMatch(kind -> kind.kind().equals(wanted().kind()));
    }

    private List<Key> keys() {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(wanted().kind()))
                .flatMap(kind -> kind.keys().stream())
                .toList();
    }

    public List<Field> fields() {
        return keys().stream().map(this::field).toList();
    }

    private Field field(Key key) {
        boolean saved = hidden.contains(key.key());
        boolean address = key.key().equals("url");
        String shown = key.secret() && !(address && isServer(wanted().value(key))) ? "" : wanted().value(key);
        String label = key.key() + (key.needed() ? "" : ", if it has one");
        String type = key.secret() && !address ? "password" : "text";
        return new Field(WantedChannel.field(key), label, shown, type, saved, key.needed() && !saved);
    }

    /** The address of a server alone has no secret in it. */
    private static boolean isServer(String url) {
        return url.matches("https?://[^/@?#]+/?");
    }

    public Map<String, String> confirmation() {
        return attempt.confirmed(wanted().fields(keys(), attempt.plan().sealed()));
    }

    public List<String> lines() {
        return wanted().lines(keys());
    }
}
