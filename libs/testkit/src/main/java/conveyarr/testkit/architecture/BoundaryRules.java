package conveyarr.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import jakarta.inject.Inject;
import java.util.Set;

/** Who may know whom. */
public final class BoundaryRules {
    private static final Set<String> SERVICES =
            Set.of("request", "acquisition", "download", "library", "notification", "health");

    @ArchTest
    static final ArchRule services_do_not_know_each_other = slices().matching("conveyarr.(*)..")
            .that(describe("are services", BoundaryRules::isService))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule events_depend_on_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("conveyarr.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "conveyarr.flow..", "conveyarr.upstream..", "io.quarkus..", "jakarta..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule upstreams_do_not_know_each_other = slices().matching("conveyarr.upstream.(*)..")
            .that(describe("are kinds", BoundaryRules::isKind))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule what_the_arr_kinds_share_knows_no_kind = noClasses()
            .that()
            .resideInAPackage("conveyarr.upstream.arr..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("conveyarr.upstream.*..").and(resideOutsideOfPackage("conveyarr.upstream.arr..")));

    @ArchTest
    static final ArchRule services_talk_to_ports_never_to_one_upstream = noClasses()
            .that()
            .resideOutsideOfPackage("conveyarr.upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("conveyarr.upstream.*..");

    @ArchTest
    static final ArchRule channels_do_not_know_each_other =
            slices().matching("conveyarr.notification.channel.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule only_flow_writes_to_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("conveyarr.flow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..");

    @ArchTest
    static final ArchRule rest_clients_are_opened_in_one_place = noClasses()
            .that()
            .doNotHaveSimpleName("Rest")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("QuarkusRestClientBuilder");

    @ArchTest
    static final ArchRule upstreams_are_found_never_named = classes()
            .that()
            .implement(UpstreamKind.class)
            .should()
            .notBePublic()
            .andShould()
            .haveSimpleNameEndingWith("Kind");

    @ArchTest
    static final ArchRule adapters_are_not_public = classes()
            .that()
            .implement(Upstream.class)
            .and()
            .areNotInterfaces()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule simulators_are_for_demo_and_tests = noClasses()
            .that()
            .resideOutsideOfPackage("conveyarr.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("conveyarr.simulator..");

    @ArchTest
    static final ArchRule nobody_has_a_name_that_says_nothing = noClasses()
            .that()
            .resideInAPackage("conveyarr..")
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper|DTO|Dto|Service)");

    @ArchTest
    static final ArchRule nobody_waits_on_the_event_loop =
            noClasses().should().callMethodWhere(describe("Uni.await or Thread.sleep", BoundaryRules::waits));

    @ArchTest
    static final ArchRule what_a_class_needs_comes_in_by_its_constructor =
            noFields().should().beAnnotatedWith(Inject.class);

    private BoundaryRules() {}

    private static boolean isService(Slice slice) {
        return SERVICES.contains(slice.getNamePart(1));
    }

    /** A folder without a kind of its own holds what a family of kinds has in common. */
    private static boolean isKind(Slice slice) {
        return slice.stream().anyMatch(type -> type.isAssignableTo(UpstreamKind.class));
    }

    private static boolean waits(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        return name.equals("await") && owner.equals("io.smallrye.mutiny.Uni")
                || name.equals("sleep") && owner.equals("java.lang.Thread");
    }
}
