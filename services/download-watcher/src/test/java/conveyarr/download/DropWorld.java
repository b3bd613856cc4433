package conveyarr.download;

import conveyarr.download.core.Call.Listen;
import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.Call.ResumeHeld;
import conveyarr.download.core.Download;
import conveyarr.download.core.Rules;
import conveyarr.download.core.Rules.Progress;
import conveyarr.download.core.Signal.*;
import conveyarr.download.core.Watch;
import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GatePolicy;
import conveyarr.download.core.gate.GateSignal;
import conveyarr.download.core.gate.GateSignal.*;
import conveyarr.download.core.gate.Gatekeeper;
import conveyarr.download.gate.GateStory;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** A client behind a VPN, second by second, and all that a watcher keeps of it: the gate, the downloads, and the calls that are not made yet. */
final class DropWorld {
    private static final String ADDRESS = "185.65.134.240";

    private enum Kind {
        RUNS,
        QUEUES,
        OWNERS,
        SEEDS
    }

    private static final class Torrent {
        final Kind kind;
        boolean paused;
        long bytes;
        int idleUntil;

        Torrent(Kind kind) {
            this.kind = kind;
            this.paused = kind == Kind.OWNERS;
        }
    }

    private record Drop(int from, int to) {}

    private record Later(int due, GateSignal signal) {}

    private record Due(Effect call, int due, int tries) {}

    private final SplittableRandom random;
    private final Map<String, Torrent> client = new TreeMap<>();
    private final Map<String, Download> downloads = new HashMap<>();
    private final Map<String, Seen> lastSeen = new HashMap<>();
    private final List<Drop> drops = new ArrayList<>();
    private final List<Later> underWay = new ArrayList<>();
    private final List<Due> calls = new ArrayList<>();
    private final Map<UUID, Publish> told = new HashMap<>();
    private final Set<String> paused = new TreeSet<>();
    private final Set<String> resumed = new TreeSet<>();
    private final List<String> wrongs = new ArrayList<>();
    private final Duration patience;
    private final boolean tells;
    private final int verdict;
    private final boolean forwards;
    private final Gatekeeper keeper;
    private final Watch watch;
    private Gate gate = Gate.OPEN;
    private int port = 40000;
    private int listens = 40000;
    private boolean deadSockets;
    private int nobodyUntil;
    private int misses;
    private int muteFrom = Integer.MAX_VALUE;
    private int startsAt = Integer.MAX_VALUE;
    private int shownAt;
    private int now;

    DropWorld(SplittableRandom random, int most) {
        this.random = random;
        this.patience = Duration.ofSeconds(40 + random.nextInt(600));
        this.tells = random.nextBoolean();
        this.verdict = random.nextInt(20);
        this.forwards = random.nextBoolean();
        var policy = GateStory.POLICY;
        this.keeper = new Gatekeeper(new GatePolicy(
                "qbit", true, policy.pausing(), policy.vpnFresh(), policy.disk(), policy.hours(), patience));
        Duration gap = Duration.ofSeconds(Math.clamp(patience.toSeconds() / 2, 20, 120));
        var progress =
                new Progress(patience, 1, 0, Duration.ofHours(2), Duration.ofSeconds(60), gap, Duration.ofHours(6));
        this.watch = new Watch(new Rules(progress, List.of(), Set.of(), false, false));
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            client.put("HASH" + i, new Torrent(Kind.values()[random.nextInt(4)]));
            downloads.put("HASH" + i, watched(new Download.Unknown(), new Grabbed(at(), MediaId.movie(1 + i))));
        }
        int from = 60;
        for (int i = 0; i < most; i++) {
            from += random.nextInt(200);
            int to = from + 5 + random.nextInt(random.nextBoolean() ? 60 : 600);
            drops.add(new Drop(from, to));
            from = to + 20;
        }
        var last = drops.getLast();
        int known = last.from() + verdict + 30;
        if (random.nextInt(3) == 0 && known < last.to()) {
            muteFrom = known + random.nextInt(last.to() - known);
        }
        if (random.nextInt(3) == 0) {
            startsAt = last.from() + random.nextInt(last.to() - last.from() + 30);
            shownAt = startsAt + 10 + random.nextInt(60);
        }
    }

    void run() {
        int end = drops.getLast().to() + 700 + verdict;
        gate(new VpnTold(at(), VpnState.UP, Optional.of(ADDRESS), forwards ? List.of(port) : List.of()), false);
        for (now = 0; now < end; now++) {
            boolean calm = now > drops.getLast().to() + 330;
            live();
            speakOfVpn(calm);
            underWay.stream().filter(later -> later.due() <= now).toList().forEach(later -> {
                underWay.remove(later);
                if (!calm && random.nextInt(10) == 0) {
                    underWay.add(new Later(now + 2, later.signal())); // killed: it comes again
                } else {
                    gate(later.signal(), false);
                }
            });
            if (now % 2 == 0) {
                look(calm);
            }
            make(calm);
        }
        client.forEach((hash, torrent) -> {
            if (torrent.paused != (torrent.kind == Kind.OWNERS)) {
                wrongs.add(hash + " of " + torrent.kind + " is left " + (torrent.paused ? "paused" : "running"));
            }
        });
        if (!gate.ours().isEmpty() || !gate.holds().isEmpty()) {
            wrongs.add("the gate is left with " + gate.holds() + " " + gate.ours());
        }
    }

    private Instant at() {
        return GateStory.at(now);
    }

    private boolean down() {
        return drops.stream().anyMatch(drop -> now >= drop.from() && now < drop.to());
    }

    /** What goes on whether anybody looks or not. */
    private void live() {
        if (down()) {
            deadSockets = true;
            nobodyUntil = now + 5 + random.nextInt(30);
        }
        if (now == startsAt) {
            deadSockets = down();
        }
        boolean carries = !down() && !isStarting() && (!deadSockets || !forwards);
        client.values().stream()
                .filter(torrent -> torrent.kind == Kind.RUNS && !torrent.paused)
                .forEach(torrent -> {
                    if (!carries) {
                        torrent.idleUntil = now + 3 + random.nextInt(20);
                    } else if (now >= torrent.idleUntil) {
                        torrent.bytes += 1000;
                    }
                });
        if (drops.stream().anyMatch(drop -> drop.to() == now) && random.nextBoolean()) {
            port++;
        }
    }

    private void speakOfVpn(boolean calm) {
        boolean isDown = drops.stream().anyMatch(drop -> now >= drop.from() + verdict && now < drop.to() + 3);
        boolean changed = drops.stream().anyMatch(drop -> now == drop.from() + verdict || now == drop.to() + 3);
        boolean mute = now >= muteFrom && now < muteFrom + 200; // the aggregator is away
        if (mute || now % 30 != 0 && !changed) {
            return;
        }
        List<Integer> ports = forwards && !isDown ? List.of(port) : List.of();
        var word = new VpnTold(
                at(), isDown ? VpnState.DOWN : VpnState.UP, isDown ? Optional.empty() : Optional.of(ADDRESS), ports);
        underWay.add(new Later(now + (calm ? 0 : random.nextInt(5)), word));
        if (!calm && random.nextInt(3) == 0) {
            underWay.add(new Later(now + random.nextInt(60), word));
        }
    }

    private void look(boolean calm) {
        if (!calm && misses < 2 && random.nextInt(12) == 0) {
            misses++;
            gate(new ClientSilent(at()), false);
            return;
        }
        misses = 0;
        boolean cut = tells && down();
        boolean deaf = now < nobodyUntil || deadSockets && forwards;
        Link link = cut ? Link.CUT : deaf ? Link.DEAF : Link.CONNECTED;
        var stand =
                new Stand(link, Optional.empty(), Optional.empty(), forwards ? Optional.of(listens) : Optional.empty());
        var sights = client.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()))
                .map(entry -> new Sight(entry.getKey(), pull(entry.getValue())))
                .toList();
        if (!calm && random.nextInt(6) == 0) {
            return; // killed before it was written
        }
        gate(new ClientSeen(at(), stand, sights), false);
        client.forEach((hash, torrent) -> {
            if (isShown(hash)) {
                see(hash, torrent, calm);
            }
        });
    }

    /** One that starts anew reads its torrents one after the other, checks each, and shows it as it was then. */
    private boolean isShown(String hash) {
        return !isStarting() || hash.hashCode() % 2 == 0 || now > (startsAt + shownAt) / 2;
    }

    private boolean isStarting() {
        return now >= startsAt && now < shownAt;
    }

    private Pull pull(Torrent torrent) {
        return switch (torrent.kind) {
            case SEEDS -> Pull.DONE;
            case RUNS, QUEUES, OWNERS ->
                isStarting()
                        ? Pull.BUSY
                        : torrent.paused
                                ? Pull.PAUSED
                                : torrent.kind == Kind.QUEUES
                                        ? Pull.QUEUES
                                        : now < torrent.idleUntil ? Pull.THIRSTS : Pull.MOVES;
        };
    }

    private void see(String hash, Torrent torrent, boolean calm) {
        var condition =
                switch (pull(torrent)) {
                    case MOVES, THIRSTS -> Condition.ACTIVE;
                    case QUEUES, PAUSED, BUSY -> Condition.RESTING;
                    case DONE -> Condition.DONE;
                };
        var amount = new Amount(10_000_000, torrent.bytes, Optional.empty());
        var seen = new Seen(
                at(),
                new DownloadId("qbit", hash),
                new Look(hash, condition, "w", amount, GateStory.at(0)),
                gate.holdOf(hash, torrent.paused));
        if (!calm && random.nextInt(10) == 0) {
            return; // killed before it was written
        }
        var before = lastSeen.put(hash, seen);
        see(hash, seen);
        if (before != null && random.nextInt(5) == 0) {
            see(hash, before);
            see(hash, seen);
        }
    }

    private void see(String hash, Seen seen) {
        downloads.compute(hash, (_, state) -> watched(state, seen));
    }

    private Download watched(Download state, conveyarr.download.core.Signal signal) {
        var next = watch.on(state, signal);
        next.effects().forEach(effect -> tell((Publish) effect));
        return next.state();
    }

    private void tell(Publish publish) {
        if (told.put(publish.occurrence().id(), publish) != null) {
            wrongs.add("told twice: " + publish);
        }
    }

    /** State and calls are written together or not at all. */
    private void gate(GateSignal signal, boolean killed) {
        if (killed) {
            return;
        }
        var next = keeper.on(Json.read(Json.write(gate), Gate.class), signal);
        gate = next.state();
        next.effects().stream()
                .filter(effect -> !(effect instanceof Publish))
                .forEach(call -> calls.add(new Due(call, now, 0)));
    }

    private void make(boolean calm) {
        for (Due due : List.copyOf(calls)) {
            if (due.due() > now) {
                continue;
            }
            int fate = calm ? 0 : random.nextInt(5);
            calls.remove(due);
            if (fate == 1) {
                calls.add(new Due(due.call(), now + (1 << Math.min(due.tries(), 3)), due.tries() + 1)); // it fails
                continue;
            }
            obey(due.call());
            if (fate == 2) {
                calls.add(new Due(due.call(), now + 1, due.tries())); // killed before the note
            }
        }
    }

    private void obey(Effect call) {
        switch (call) {
            case PauseHeld pause
            when gate.stillWants(pause.turn(), at()) ->
                pause.hashes().forEach(hash -> {
                    paused.add(hash);
                    client.get(hash).paused = true;
                });
            case ResumeHeld resume
            when gate.stillWants(resume.turn(), at()) -> resume.hashes().forEach(this::resume);
            case Listen listen
            when gate.isWatched(at()) && gate.forwards(listen.port()) -> {
                deadSockets &= !listen.reopen() && listens == listen.port() || down();
                listens = listen.port();
                gate(new Listened(at(), listen.port()), false);
            }
            default -> {} // of another turn
        }
    }

    private void resume(String hash) {
        Torrent torrent = client.get(hash);
        boolean waited = gate.turnedAt().orElseThrow().plusSeconds(60).isAfter(at());
        if (torrent.kind == Kind.OWNERS || torrent.kind == Kind.SEEDS) {
            wrongs.add(hash + " is not ours");
        }
        if (forwards && waited && !down() && (deadSockets || listens != port)) {
            wrongs.add(hash + " resumed at " + now + " before the listener was right");
        }
        resumed.add(hash);
        torrent.paused = false;
        torrent.idleUntil = now + 3 + random.nextInt(20);
    }

    /** Long enough for all that may go wrong with the word of the VPN and with a look. */
    boolean isLong() {
        return drops.stream().allMatch(drop -> drop.to() - drop.from() > verdict + 60);
    }

    Set<String> ours() {
        var ours = new TreeSet<String>();
        client.forEach((hash, torrent) -> {
            if (torrent.kind == Kind.RUNS || torrent.kind == Kind.QUEUES) {
                ours.add(hash);
            }
        });
        return ours;
    }

    Set<String> paused() {
        return paused;
    }

    Set<String> resumed() {
        return resumed;
    }

    List<String> wrongs() {
        return wrongs;
    }

    List<Publish> strikes() {
        return told.values().stream()
                .filter(publish -> publish.event() instanceof DownloadStalled)
                .toList();
    }

    /** How often each was told as held, of those that were. */
    Map<String, Long> holds() {
        return count(DownloadHeld.class);
    }

    Map<String, Long> releases() {
        return count(DownloadReleased.class);
    }

    private Map<String, Long> count(Class<? extends OneDownload> type) {
        var counts = new TreeMap<String, Long>();
        told.values().stream()
                .map(Publish::event)
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(event -> counts.merge(event.download().hash(), 1L, Long::sum));
        return counts;
    }

    String words() {
        var all = new HashSet<Kind>();
        client.values().forEach(torrent -> all.add(torrent.kind));
        return drops + " patience " + patience + " verdict after " + verdict + (tells ? " cut" : "")
                + (forwards ? " forwards" : "") + " " + client.size() + " of " + all;
    }
}
