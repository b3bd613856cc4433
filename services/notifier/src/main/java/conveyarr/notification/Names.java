package conveyarr.notification;

import conveyarr.events.DomainEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.Subject;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Title;
import conveyarr.notification.core.Wording;
import conveyarr.notification.core.rule.Rule;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.out.RequesterRows;
import conveyarr.notification.out.TitleRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What things are called and who asked for them, which one event tells and others need. */
@Singleton
class Names {
    private static final int MOST_KNOWN = 5000;

    private final TitleRows titles;
    private final RequesterRows requesters;
    /** A title changes once in a lifetime and is asked for with every event. Another process that learns one is heard of after a restart. */
    private final Map<String, Title> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Title> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    Names(TitleRows titles, RequesterRows requesters) {
        this.titles = titles;
        this.requesters = requesters;
    }

    Uni<Void> learn(DomainEvent event) {
        var title = Title.in(event)
                .filter(found -> !found.equals(known.get(event.about().key())));
        Uni<Void> named = title.map(found -> titles.learn(event.about(), found)
                        .invoke(() -> known.put(event.about().key(), found)))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return event instanceof MediaRequested asked
                ? named.chain(() -> requesters.learn(asked.about(), asked.requestedBy()))
                : named;
    }

    /** The events with the names of their subjects. */
    Uni<List<News>> of(List<News> all) {
        var unknown = all.stream()
                .map(News::about)
                .filter(about -> !known.containsKey(about.key()))
                .distinct()
                .toList();
        return titles.of(unknown)
                .invoke(found -> found.forEach((about, title) -> known.put(about.key(), title)))
                .map(_ -> all.stream().map(this::latest).toList());
    }

    /** The event with the name that was learnt since, if any was. */
    News latest(News news) {
        return Optional.ofNullable(known.get(news.about().key()))
                .map(title -> news.named(Wording.name(news.about(), Optional.of(title))))
                .orElse(news);
    }

    /** Those who asked for what each of the events is about, when a rule wants to know. */
    Uni<Map<Subject, Set<String>>> requesters(Settings settings, List<News> all) {
        return settings.book().rules().stream().anyMatch(rule -> rule.to().equals(Rule.REQUESTER))
                ? requesters.of(all.stream().map(News::about).toList())
                : Uni.createFrom().item(Map.of());
    }
}
