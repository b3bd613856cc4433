package conveyarr.faultlab;

import conveyarr.bench.HookBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Compares what the senders know with what is on the topics. It shares no code with what it checks. */
final class Checker {
    static final String HOOKS = "conveyarr.hooks";

    private final Map<Long, Journal.Outcome> outcomes;
    /** In the order of their partition. */
    private final List<Seen> records;

    /** Numbers by what is wrong with them; all empty when all is well. */
    record Verdict(
            Set<Long> lost,
            Set<Long> twice,
            Set<String> sameId,
            Set<Long> phantoms,
            Set<Long> inverted,
            Set<Long> changed) {
        boolean isGood() {
            return counts().values().stream().allMatch(count -> count == 0);
        }

        Map<String, Integer> counts() {
            var counts = new LinkedHashMap<String, Integer>();
            counts.put("lost", lost.size());
            counts.put("twice", twice.size());
            counts.put("same id twice", sameId.size());
            counts.put("refused but there", phantoms.size());
            counts.put("out of order", inverted.size());
            counts.put("changed", changed.size());
            return counts;
        }
    }

    Checker(Journal journal, List<Seen> records) {
        this.outcomes = journal.outcomes();
        this.records = List.copyOf(records);
    }

    Verdict verdict() {
        List<Seen> hooks = records.stream()
                .filter(record -> record.topic().equals(HOOKS) && record.number() >= 0)
                .toList();
        Set<Long> there = hooks.stream().map(Seen::number).collect(Collectors.toSet());
        return new Verdict(
                with(Journal.Outcome.ACCEPTED, number -> !there.contains(number)),
                repeated(hooks.stream().map(Seen::number).toList()),
                repeated(records.stream()
                        .map(record -> record.topic() + " " + record.id())
                        .toList()),
                with(Journal.Outcome.REFUSED, there::contains),
                inverted(hooks),
                hooks.stream()
                        .filter(hook -> !hook.hash().equals(Digests.sha256(HookBody.of(hook.number()))))
                        .map(Seen::number)
                        .collect(Collectors.toSet()));
    }

    private Set<Long> with(Journal.Outcome outcome, LongPredicate wrong) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == outcome && wrong.test(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> repeated(List<T> all) {
        var seen = new HashSet<T>();
        return all.stream().filter(one -> !seen.add(one)).collect(Collectors.toSet());
    }

    /** A sender waits for each answer, so its hooks have to lie in the order of their numbers. */
    private static Set<Long> inverted(List<Seen> hooks) {
        var last = new HashMap<Long, Long>();
        var wrong = new HashSet<Long>();
        for (Seen hook : hooks) {
            Long before = last.put(hook.number() / Journal.STRIDE, hook.number());
            if (before != null && before > hook.number()) {
                wrong.add(hook.number());
            }
        }
        return wrong;
    }

    /** Of the accepted grabs, those whose event is not on the topic of acquisitions under the id that anyone can compute. */
    List<Long> withoutEvent(Map<Long, String> instanceOfSender) {
        var ids = records.stream().map(Seen::id).collect(Collectors.toSet());
        var missing = new ArrayList<Long>();
        new TreeMap<>(outcomes).forEach((number, outcome) -> {
            String instance = instanceOfSender.get(number / Journal.STRIDE);
            if (outcome == Journal.Outcome.ACCEPTED
                    && instance != null
                    && !ids.contains(Digests.grab(instance, number))) {
                missing.add(number);
            }
        });
        return missing;
    }
}
