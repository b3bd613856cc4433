package conveyarr.health.in.web;

import conveyarr.health.view.other.Template;
import java.util.List;

/** The words of one event, what they would say of one that was told, and what is wrong with them (null when nothing is). */
public record TemplatePage(
        String type,
        Template template,
        List<Template.News> lately,
        Template.Preview preview,
        String event,
        String trouble) {
    public boolean chosen(Template.News news) {
        return news.event().toString().equals(event);
    }
}
