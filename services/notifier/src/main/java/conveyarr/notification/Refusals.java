package conveyarr.notification;

import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Refusal;
import conveyarr.notification.core.Target;
import conveyarr.notification.out.RefusalRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Knows who takes nothing from us, and spares them: until the next success, or until the channel is set another way. */
@Singleton
public class Refusals {
    private static final Logger LOGGER = Logger.getLogger(Refusals.class);
    /** Another process of this service may have found out. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final RefusalRows rows;
    private final Channels channels;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    private record Known(Map<String, Refusal> all, Instant at) {}

    Refusals(RefusalRows rows, Channels channels) {
        this.rows = rows;
        this.channels = channels;
    }

    /** Those that stand, by their targets. */
    public Uni<Map<String, Refusal>> all() {
        return Uni.createFrom().deferred(() -> {
            Known last = known;
            return last.at().plus(FRESH).isAfter(Instant.now())
                    ? Uni.createFrom().item(last.all())
                    : rows.all().map(this::standing).invoke(all -> known = new Known(all, Instant.now()));
        });
    }

    private Map<String, Refusal> standing(Map<String, Refusal> all) {
        return all.entrySet().stream()
                .filter(one -> one.getValue().settings().equals(settings(Target.parse(one.getKey()))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Too short to tell a secret by it, and long enough to see that one was changed. */
    private String settings(Target target) {
        return Optional.ofNullable(channels.configured().get(target.channel()))
                .map(ChannelSettings::values)
                .map(values -> Integer.toHexString(values.hashCode()))
                .orElse("");
    }

    /** Makes the call unless the target is spared, and hears how it ended. Fails only before the call. */
    public Uni<Receipt> unlessSpared(Target target, Supplier<Uni<Receipt>> call) {
        return all().map(all -> Optional.ofNullable(all.get(target.toString()))).chain(standing -> standing.flatMap(
                        one -> one.spared(Instant.now()))
                .map(spared -> Uni.createFrom().item(spared))
                .orElseGet(() -> call.get()
                        .call(receipt -> heard(target, standing, receipt))
                        .map(receipt -> standing.map(one -> one.on(receipt)).orElse(receipt))));
    }

    /** What a target said. What was sent is sent, whether or not this can be written down. */
    private Uni<Void> heard(Target target, Optional<Refusal> before, Receipt receipt) {
        var after = Refusal.after(before, receipt, settings(target), Instant.now());
        return after.equals(before)
                ? Uni.createFrom().voidItem()
                : keep(target, after)
                        .invoke(() -> log(target, before, after))
                        .onFailure()
                        .invoke(trouble ->
                                LOGGER.warnf("refusal.unsaved channel=%s cause=%s", target.channel(), trouble))
                        .onFailure()
                        .recoverWithNull();
    }

    /** It took a message: whatever stood is over. */
    public Uni<Void> over(Target target) {
        return keep(target, Optional.empty());
    }

    private Uni<Void> keep(Target target, Optional<Refusal> refusal) {
        return refusal.map(one -> rows.put(target.toString(), one))
                .orElseGet(() -> rows.remove(target.toString()))
                .invoke(() -> known = new Known(Map.of(), Instant.EPOCH));
    }

    private static void log(Target target, Optional<Refusal> before, Optional<Refusal> after) {
        if (before.isEmpty()) {
            LOGGER.warnf(
                    "channel.refused channel=%s words=%s",
                    target.channel(), after.map(Refusal::words).orElse(""));
        } else if (after.isEmpty()) {
            LOGGER.infof("channel.accepted channel=%s", target.channel());
        }
    }
}
