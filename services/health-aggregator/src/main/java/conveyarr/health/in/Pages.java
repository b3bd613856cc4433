package conveyarr.health.in;

import conveyarr.health.view.CheckLine;
import conveyarr.health.view.HealthView;
import conveyarr.health.view.ListPage;
import conveyarr.health.view.RequestPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates; {@code root} leads from the page back to the root, so that links work under any prefix. */
@CheckedTemplate(basePath = "health")
final class Pages {
    private Pages() {}

    static native TemplateInstance requests(ListPage page, String root);

    static native TemplateInstance request(RequestPage page, String root);

    static native TemplateInstance checks(HealthView health, List<CheckLine> lines, String root);

    static native TemplateInstance message(String title, String text, String root);
}
