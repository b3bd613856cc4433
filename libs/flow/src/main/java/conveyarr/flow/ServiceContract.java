package conveyarr.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a service hears, tells and calls; written in its {@code package-info} and held true by the architecture rules. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface ServiceContract {
    /** The service's name, which is also its consumer group. */
    String name();

    /** One sentence for docs/flow.md. */
    String purpose();

    String[] consumes() default {};

    String[] produces();

    /** The ports of the upstreams that it talks to. */
    Class<?>[] calls() default {};
}
