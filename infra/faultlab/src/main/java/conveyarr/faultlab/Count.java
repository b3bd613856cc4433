package conveyarr.faultlab;

import conveyarr.faultlab.Journal.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits until nothing moves any more, counts, and tells it. */
final class Count {
    private final String bootstrapServers;
    private final Journal journal;
    private final Map<Long, String> grabs;
    private Checker checker;

    /** {@code grabs} are the senders whose hooks are grabs, with the instance that they are. */
    Count(String bootstrapServers, Journal journal, Map<Long, String> grabs) {
        this.bootstrapServers = bootstrapServers;
        this.journal = journal;
        this.grabs = grabs;
        this.checker = new Checker(journal, List.of());
    }

    /** Until every accepted hook and its event are there and a second look finds nothing more; how long it took. */
    Duration settle(Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        int before = -1;
        int now = 0;
        while (System.nanoTime() - start < longest.toNanos() && !(now == before && nothingMissing())) {
            TimeUnit.SECONDS.sleep(5);
            before = now;
            now = look(before);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean nothingMissing() {
        return checker.verdict().lost().isEmpty() && checker.withoutEvent(grabs).isEmpty();
    }

    private int look(int before) {
        try {
            var records = Committed.read(bootstrapServers);
            checker = new Checker(journal, records);
            return records.size();
        } catch (RuntimeException e) {
            System.out.println("The topics cannot be read yet: " + e.getMessage());
            return before + 1;
        }
    }

    /** Whether all is well. A run in which little was sent, accepted or killed proves nothing. */
    boolean tell(Nemesis nemesis, Duration settled, int planned) {
        var verdict = checker.verdict();
        List<Long> withoutEvent = checker.withoutEvent(grabs);
        int hooks = journal.outcomes().size();
        boolean isValid = hooks >= planned * 95 / 100
                && journal.count(Outcome.ACCEPTED) >= planned / 2
                && nemesis.done() >= nemesis.planned() * 3 / 4;
        var row = new LinkedHashMap<String, Object>();
        row.put("kills", nemesis.done());
        row.put("hooks", hooks);
        row.put("accepted", journal.count(Outcome.ACCEPTED));
        row.put("refused", journal.count(Outcome.REFUSED));
        row.put("in doubt", journal.count(Outcome.IN_DOUBT));
        row.putAll(verdict.counts());
        row.put("grabs without event", withoutEvent.size());
        row.put("settled after s", settled.toSeconds());
        row.forEach((what, figure) -> System.out.println("| " + what + " | " + figure + " |"));
        boolean isGood = verdict.isGood() && withoutEvent.isEmpty();
        if (!isGood) {
            System.out.println(verdict + " " + withoutEvent);
        }
        System.out.println(isValid ? "The run is valid." : "The run is not valid: too little was sent or killed.");
        return isValid && isGood;
    }
}
