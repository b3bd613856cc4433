package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble.Declined;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Commands for jobs. Only a job in the queue can be paused; one that is complete rests by itself. */
record JobCommands(SabnzbdApi api, Calls calls, JobReader jobs, Supplier<Uni<Void>> permit) {
    Uni<Outcome> pause(List<Transfer> all, Set<String> ids) {
        return inQueue(all, ids, queued -> done("mode", "queue", "name", "pause", "value", joined(queued)));
    }

    Uni<Outcome> resume(List<Transfer> all, Set<String> ids) {
        return inQueue(all, ids, queued -> done("mode", "queue", "name", "resume", "value", joined(queued)));
    }

    Uni<Outcome> setCategory(List<Transfer> all, Set<String> ids, String category) {
        return inQueue(all, ids, queued -> {
            Uni<Void> each = Uni.createFrom().voidItem();
            for (String id : queued) {
                each = each.chain(() -> done("mode", "change_cat", "value", id, "value2", category));
            }
            return each;
        });
    }

    Uni<Outcome> remove(List<Transfer> all, Set<String> ids, boolean withFiles) {
        Set<String> there = there(all, ids);
        Set<String> queued = there.stream().filter(jobs::isQueued).collect(Collectors.toSet());
        Set<String> past = there.stream().filter(id -> !queued.contains(id)).collect(Collectors.toSet());
        return told(
                delete("queue", queued, withFiles)
                        .chain(() -> delete("history", past, withFiles))
                        .invoke(() -> there.forEach(jobs::forget)),
                there,
                ids);
    }

    Uni<Outcome> goAt(String pace) {
        return done("mode", "config", "name", "speedlimit", "value", pace)
                .replaceWith(Outcome.DONE)
                .onFailure(Declined.class)
                .recoverWithItem(no -> new Outcome.Refused(((Declined) no).words()));
    }

    private Uni<Void> delete(String list, Set<String> ids, boolean withFiles) {
        String files = withFiles ? "1" : "0";
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : done("mode", list, "name", "delete", "value", joined(ids), "del_files", files, "archive", "0");
    }

    private interface Command {
        Uni<Void> on(Set<String> ids);
    }

    private Uni<Outcome> inQueue(List<Transfer> all, Set<String> ids, Command command) {
        Set<String> there = there(all, ids);
        Set<String> queued = there.stream().filter(jobs::isQueued).collect(Collectors.toSet());
        return told(queued.isEmpty() ? Uni.createFrom().voidItem() : command.on(queued), there, ids);
    }

    private static Uni<Outcome> told(Uni<Void> command, Set<String> there, Set<String> ids) {
        Set<String> missing = ids.stream().filter(id -> !there.contains(id)).collect(Collectors.toUnmodifiableSet());
        Outcome outcome = missing.isEmpty() ? Outcome.DONE : new Outcome.NotThere(missing);
        return command.replaceWith(outcome)
                .onFailure(Declined.class)
                .recoverWithItem(no -> new Outcome.Refused(((Declined) no).words()));
    }

    private static Set<String> there(List<Transfer> all, Set<String> ids) {
        return all.stream().map(Transfer::hash).filter(ids::contains).collect(Collectors.toSet());
    }

    private Uni<Void> done(String... fields) {
        return permit.get()
                .chain(() -> calls.ask(api::command, fields))
                .map(answer -> calls.accepted(answer, answer.status(), answer.error()))
                .replaceWithVoid();
    }

    private static String joined(Set<String> ids) {
        return String.join(",", ids);
    }
}
