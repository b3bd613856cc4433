package conveyarr.health.in.web;

import conveyarr.health.view.HealthPage;
import conveyarr.health.view.ListPage;
import conveyarr.health.view.Pending;
import conveyarr.health.view.other.Connections;
import conveyarr.health.view.other.HookDetail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates. */
@CheckedTemplate(basePath = "health")
public final class Pages {
    private Pages() {}

    static native TemplateInstance overview(OverviewPage page, Frame frame);

    static native TemplateInstance log(LogPage page, Frame frame);

    static native TemplateInstance requests(ListPage page, Frame frame);

    static native TemplateInstance request(RequestTabs page, Frame frame);

    static native TemplateInstance downloads(DownloadsPage page, Frame frame);

    static native TemplateInstance incoming(IncomingPage page, Frame frame);

    static native TemplateInstance hook(HookDetail hook, Frame frame);

    static native TemplateInstance outgoing(OutgoingPage page, Frame frame);

    static native TemplateInstance checks(HealthPage page, Frame frame);

    static native TemplateInstance connections(Connections connections, Pending pending, Frame frame);

    static native TemplateInstance rules(RulesPage page, Frame frame);

    static native TemplateInstance messages(MessagesPage page, Frame frame);

    static native TemplateInstance channel(ChannelPage page, Frame frame);

    static native TemplateInstance template(TemplatePage page, Frame frame);

    static native TemplateInstance about(AboutPage page, Frame frame);

    public static native TemplateInstance access(AccessPage page, Frame frame);

    /** {@code trouble} says why the last try was not good, or is empty. */
    public static native TemplateInstance login(String trouble, String provider, Frame frame);

    /** The first account; {@code trouble} as with the login. */
    public static native TemplateInstance account(String trouble, Frame frame);

    static native TemplateInstance find(FindPage page, Frame frame);

    static native TemplateInstance hooks(Connections connections, Pending pending, Frame frame);

    /** {@code waitsFor} are the services that have not started again yet; {@code self} is the page's own address below the root. */
    static native TemplateInstance restart(List<String> waitsFor, String self, Frame frame);

    static native TemplateInstance proof(MessagesPage page, Frame frame);

    static native TemplateInstance confirm(Question question, Frame frame);

    public static native TemplateInstance message(Html.Note note, Frame frame);
}
