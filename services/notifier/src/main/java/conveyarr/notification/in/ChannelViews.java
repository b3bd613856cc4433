package conveyarr.notification.in;

import conveyarr.flow.config.Origin;
import conveyarr.flow.config.SavedEntries;
import conveyarr.notification.SavedChannels;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKinds;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Refusal;
import conveyarr.notification.core.Target;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the channels are shown: those that are saved as they will be, all others as they are. */
@Singleton
class ChannelViews {
    private final Channels channels;
    private final ChannelKinds kinds;
    private final SavedEntries saved;

    ChannelViews(Channels channels, ChannelKinds kinds, SavedChannels saved) {
        this.channels = channels;
        this.kinds = kinds;
        this.saved = saved.entries();
    }

    record KnownChannels(List<ChannelView> items) {}

    /**
     * {@code state} is open, not-configured (a key is missing) or waiting (it is saved, and known from the next start on). {@code onDoubt}: what
     * is done with a message that may have arrived; {@code edits}: whether one can be changed afterwards; {@code refused}: who takes nothing there.
     */
    record ChannelView(
            String name,
            String state,
            Optional<String> onDoubt,
            boolean edits,
            List<Refused> refused,
            ChannelSetup settings) {}

    /** Everything is refused there since that time, with these words, to everybody who listens or to one {@code person}; what comes meanwhile waits. */
    record Refused(Optional<String> person, Instant since, Instant askedAt, String words) {}

    /**
     * How a channel is set: {@code shown} without its secrets, which are {@code hidden}; of an address {@code host} is shown. {@code from} says of
     * each setting where it comes from: a variable, a file, or "saved". {@code editable}: it can be changed and removed here. {@code change} is
     * none, added, changed or removed, and counts from the next start on.
     */
    record ChannelSetup(
            String kind,
            Optional<String> host,
            Map<String, String> shown,
            Set<String> hidden,
            Map<String, String> from,
            boolean editable,
            String change) {}

    /** Reads what was saved meanwhile. Blocks. */
    KnownChannels all(Map<String, Refusal> refusals) {
        saved.look();
        var names = new TreeSet<>(channels.configured().keySet());
        names.addAll(saved.all().keySet());
        return new KnownChannels(
                names.stream().map(name -> one(name, refused(name, refusals))).toList());
    }

    private static List<Refused> refused(String channel, Map<String, Refusal> all) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .filter(one -> Target.parse(one.getKey()).channel().equals(channel))
                        .map(one -> refused(Target.parse(one.getKey()), one.getValue()))
                        .toList();
    }

    private static Refused refused(Target target, Refusal one) {
        return new Refused(target.person(), one.since(), one.askedAt(), one.words());
    }

    private ChannelView one(String name, List<Refused> refused) {
        Optional<Channel> open = channels.named(name);
        return new ChannelView(
                name,
                state(name, open),
                open.map(channel -> channel.onDoubt().name()),
                open.filter(Channel::edits).isPresent(),
                refused,
                settings(name));
    }

    private String state(String name, Optional<Channel> open) {
        String closed = channels.configured().containsKey(name) ? "not-configured" : "waiting";
        return open.isPresent() ? "open" : closed;
    }

    private ChannelSetup settings(String name) {
        var kept = saved.find(name).map(values -> new ChannelSettings(name, values));
        var at = kept.orElseGet(() -> channels.configured().get(name));
        var origins = saved.origins(name);
        var secret = kinds.secret(at);
        var shown = new TreeMap<String, String>();
        var hidden = new TreeSet<String>();
        at.values().forEach((key, value) -> {
            if (secret.contains(key)) {
                hidden.add(key);
            } else if (!key.equals("kind")) {
                shown.put(key, value);
            }
        });
        return new ChannelSetup(
                at.kind(),
                at.host(),
                shown,
                hidden,
                origins,
                kept.isPresent() && origins.values().stream().allMatch(Origin::isSaved),
                saved.change(name).name().toLowerCase(Locale.ROOT));
    }
}
