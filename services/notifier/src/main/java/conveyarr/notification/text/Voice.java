package conveyarr.notification.text;

import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.Tone;
import conveyarr.notification.core.rule.OwnText;
import conveyarr.notification.core.rule.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The words for one target: its language, and the owner's wishes for its channel. */
final class Voice {
    private static final Logger LOGGER = Logger.getLogger(Voice.class);
    private static final int MOST_NAMES = 10;
    private static final String BETWEEN = " · ";

    private final Texts texts;
    private final Settings settings;
    private final Target target;
    private final Phrases ours;

    Voice(Texts texts, Settings settings, Target target) {
        this.texts = texts;
        this.settings = settings;
        this.target = target;
        this.ours = Phrases.OF.get(settings.language(target));
    }

    Text one(News news) {
        OwnText own = texts.template(news.type(), target, settings);
        try {
            return texts.preview(own, news);
        } catch (IllegalArgumentException e) { // it was good for the event that it was tried with
            LOGGER.warnf(
                    "template.passed over type=%s channel=%s cause=%s", news.type(), target.channel(), e.getMessage());
            return texts.preview(ours.one(news.type()), news);
        }
    }

    /** Several of one type, about one thing or about many. That a season is complete says all of its episodes. */
    Text together(List<News> news, int count) {
        var seasons = news.stream().filter(News::isSeason).toList();
        if (seasons.size() == 1) {
            return one(seasons.getFirst());
        }
        News first = news.getFirst();
        if (count == 1) {
            return one(first);
        }
        var facts = Texts.facts(first);
        facts.put("count", count);
        facts.put("title", one(first).title());
        facts.put("names", names(news.stream().map(News::name).distinct().toList(), count - news.size()));
        facts.put("episodes", episodes(news));
        OwnText many = ours.many(first.type());
        return new Text(
                texts.render(many.title(), facts),
                texts.render(many.body(), facts),
                first.concern().tone());
    }

    /** Of a season, all that came; null where nobody named any. */
    private static List<String> episodes(List<News> news) {
        var all = news.stream()
                .flatMap(one -> one.facts().get("episodes") instanceof List<?> some ? some.stream() : Stream.empty())
                .map(String::valueOf)
                .distinct()
                .sorted()
                .toList();
        return all.isEmpty() ? null : all;
    }

    Text list(String key, Deliver deliver) {
        if (deliver.count() == 1) {
            return one(deliver.news().getFirst());
        }
        Map<String, List<News>> alike = deliver.news().stream()
                .collect(Collectors.groupingBy(
                        news -> news.type() + news.about().key(), LinkedHashMap::new, Collectors.toList()));
        var lines = alike.values().stream()
                .map(several -> together(several, several.size()).title())
                .toList();
        int count = deliver.count();
        Map<String, Object> facts = Map.of(
                "count", count, "lines", names(lines, count - deliver.news().size()));
        OwnText own = ours.the(key);
        return new Text(texts.render(own.title(), facts), texts.render(own.body(), facts), Tone.INFO);
    }

    private String names(List<String> all, int unnamed) {
        var shown = new ArrayList<>(all.stream().limit(MOST_NAMES).toList());
        int more = all.size() - shown.size() + unnamed;
        if (more > 0) {
            shown.add(texts.render(ours.the("more").title(), Map.of("count", more)));
        }
        return String.join(BETWEEN, shown);
    }
}
