package conveyarr.notification.text;

import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.rule.OwnText;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.text.Templates.Wrong;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the words for what is delivered: the owner's, or ours in the language of the target. */
@Singleton
public class Texts {
    private final Templates templates = new Templates();

    /** The words that there are without the owner's. */
    public static Set<String> languages() {
        return new TreeSet<>(Phrases.OF.keySet());
    }

    public Text of(Deliver deliver, Settings settings) {
        var say = new Voice(this, settings, deliver.target());
        return switch (deliver.kind()) {
            case SINGLE, SEASON, STORM -> say.together(deliver.news(), deliver.count());
            case DIGEST -> say.list("digest", deliver);
            case QUIET -> say.list("quiet", deliver);
        };
    }

    /** What a template would say of an event; throws {@link IllegalArgumentException} with the reason and the line when it cannot. */
    public Text preview(OwnText own, News news) {
        var facts = facts(news);
        return new Text(
                named("title", own.title(), facts),
                named("body", own.body(), facts),
                news.concern().tone());
    }

    /** What is said of an event on this channel in this language. */
    public OwnText template(String type, Target target, Settings settings) {
        String language = settings.language(target);
        return Stream.of(target.channel(), OwnText.ANY)
                .flatMap(channel -> Stream.of(language, OwnText.ANY)
                        .map(word -> settings.texts().get(OwnText.key(type, channel, word))))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Phrases.OF.get(language).one(type));
    }

    String render(String template, Map<String, Object> facts) {
        return templates.render(template, facts);
    }

    private String named(String part, String template, Map<String, Object> facts) {
        try {
            return templates.render(template, facts);
        } catch (Wrong e) {
            throw new IllegalArgumentException("The " + part + " cannot be used: " + e.getMessage(), e);
        }
    }

    static Map<String, Object> facts(News news) {
        var facts = new HashMap<>(news.facts());
        facts.put("name", news.name());
        facts.put("type", news.type());
        facts.putIfAbsent("lasted", null);
        facts.putIfAbsent("episodes", null);
        return facts;
    }
}
