package conveyarr.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every route of the whole application stands in a table with whom it is for. A route that is not in it, and one that is gone, fail here. */
class RoutesTest {
    private static final java.nio.file.Path TABLE = java.nio.file.Path.of("src/test/resources/routes.txt");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final String NEEDS = "conveyarr.health.in.web.Needs";

    private final JavaClasses classes = Application.CLASSES;

    @Test
    void every_route_is_in_the_table_with_whom_it_is_for() throws IOException {
        var routes = classes.stream()
                .filter(type -> !type.isInterface() && type.isAnnotatedWith(Path.class))
                .flatMap(RoutesTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
        if (Boolean.getBoolean("conveyarr.approve")) {
            Files.write(TABLE, routes);
        }
        assertThat(routes).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    /** One that blocks is handed to a worker thread before anybody asks who calls, and there the database cannot be asked. */
    @Test
    void no_page_blocks() {
        var blocking = classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class) && type.isAnnotatedWith(NEEDS))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> verb(method).isPresent()
                        && !method.getRawReturnType().getPackageName().equals("io.smallrye.mutiny"))
                .map(JavaMethod::getFullName);
        assertThat(blocking).isEmpty();
    }

    /** Routes beside JAX-RS: the door for hooks, with its own keys, and the prefix, which leads to what is in the table. */
    @Test
    void nobody_else_opens_a_route() {
        var openers = classes.stream()
                .filter(type -> type.getMethods().stream().anyMatch(method -> method.getRawParameterTypes().stream()
                        .anyMatch(one -> one.isEquivalentTo(Router.class))))
                .map(JavaClass::getSimpleName);
        assertThat(openers).containsExactlyInAnyOrder("HookDoor", "UrlBase");
    }

    private static Stream<String> routes(JavaClass type) {
        return type.getMethods().stream().flatMap(method -> verb(method).stream()
                .map(verb -> verb + " " + path(type, method) + " " + need(type, method)));
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(METHODS::contains)
                .findFirst();
    }

    private static String path(JavaClass type, JavaMethod method) {
        String whole = "/" + part(type) + "/" + part(method);
        return whole.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static String part(CanBeAnnotated on) {
        return value(on, Path.class.getName()).map(Object::toString).orElse("");
    }

    private static String need(JavaClass type, JavaMethod method) {
        String path = path(type, method);
        if (path.startsWith("/api/")) {
            return "key";
        }
        if (path.equals("/ping") || method.isAnnotatedWith(NEEDS + "$Open") || type.isAnnotatedWith(NEEDS + "$Open")) {
            return "open";
        }
        return value(method, NEEDS)
                .or(() -> value(type, NEEDS))
                .map(role -> ((JavaEnumConstant) role).name().toLowerCase(Locale.ROOT))
                .orElse("admin");
    }

    private static Optional<Object> value(CanBeAnnotated on, String annotation) {
        Optional<? extends JavaAnnotation<?>> found = on instanceof JavaClass type
                ? type.tryGetAnnotationOfType(annotation)
                : ((JavaMethod) on).tryGetAnnotationOfType(annotation);
        return found.flatMap(one -> one.get("value"));
    }
}
