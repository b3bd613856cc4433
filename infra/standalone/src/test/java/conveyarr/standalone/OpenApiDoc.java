package conveyarr.standalone;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;

/** docs/openapi.yaml: the addresses for programs, made from the resources of all services as a running one makes {@code /q/openapi}. */
final class OpenApiDoc {
    private static final String KEY = "apiKey";

    private OpenApiDoc() {}

    static String text() throws IOException {
        var config = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("mp.openapi.extensions.smallrye.operationIdStrategy", "CLASS_METHOD"))
                .build();
        var made = SmallRyeOpenAPI.builder()
                .withConfig(config)
                .withIndex(index())
                .enableStandardStaticFiles(false)
                .addFilter(new ForPrograms())
                .build();
        return "# Made from the code; `make docs` writes it again, and a test fails when it is stale.\n"
                + made.toYAML();
    }

    private static IndexView index() throws IOException {
        var indexes = new ArrayList<IndexView>();
        for (URL url : Collections.list(OpenApiDoc.class.getClassLoader().getResources("META-INF/jandex.idx"))) {
            if (url.toString().contains("conveyarr") || url.toString().contains("target/classes")) {
                try (var bytes = url.openStream()) {
                    indexes.add(new IndexReader(bytes).read());
                }
            }
        }
        return CompositeIndex.create(indexes);
    }

    /** Leaves the pages for people out, and says how to get in. */
    private static final class ForPrograms implements OASFilter {
        @Override
        public void filterOpenAPI(OpenAPI api) {
            api.setInfo(OASFactory.createInfo()
                    .title("Conveyarr")
                    .version("1")
                    .description("All services in one process. In single processes each answers for what it owns."));
            var shown = OASFactory.createPaths();
            new TreeMap<>(api.getPaths().getPathItems()).forEach((path, item) -> {
                if (path.startsWith("/api/") || path.equals("/ping")) {
                    shown.addPathItem(path, item);
                }
            });
            api.setPaths(shown);
            api.getComponents()
                    .addSecurityScheme(
                            KEY,
                            OASFactory.createSecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.HEADER)
                                    .name("X-Api-Key"));
            api.setSecurity(new ArrayList<>(
                    List.of(OASFactory.createSecurityRequirement().addScheme(KEY))));
        }
    }
}
