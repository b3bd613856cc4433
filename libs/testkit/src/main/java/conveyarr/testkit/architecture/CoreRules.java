package conveyarr.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import conveyarr.events.DomainEvent;
import conveyarr.events.Named;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What keeps decisions pure, and the doors apart. */
public final class CoreRules {
    @ArchTest
    static final ArchRule the_core_of_a_service_is_plain_java = noClasses()
            .that()
            .resideInAnyPackage("conveyarr.*.core..", "conveyarr.health.timeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "org.hibernate..",
                    "org.apache.kafka..",
                    "com.fasterxml.jackson.databind..",
                    "conveyarr.upstream..");

    @ArchTest
    static final ArchRule the_core_asks_nobody_for_the_time_or_a_dice_roll = noClasses()
            .that()
            .resideInAPackage("..core..")
            .should()
            .callMethodWhere(describe("now() or a random", CoreRules::isImpure));

    @ArchTest
    static final ArchRule doors_do_not_know_the_way_out = noClasses()
            .that()
            .resideInAPackage("conveyarr.*.in..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("conveyarr.*.out..");

    @ArchTest
    static final ArchRule the_way_out_does_not_know_the_doors = noClasses()
            .that()
            .resideInAPackage("conveyarr.*.out..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("conveyarr.*.in..");

    @ArchTest
    static final ArchRule the_core_knows_no_door = noClasses()
            .that()
            .resideInAPackage("conveyarr.*.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("conveyarr.*.in..", "conveyarr.*.out..");

    @ArchTest
    static final ArchRule listeners_live_at_the_way_in = methods()
            .that()
            .areAnnotatedWith(Incoming.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("..in")
            .andShould()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Listener");

    @ArchTest
    static final ArchRule every_event_is_a_record_with_a_wire_name = classes()
            .that()
            .implement(DomainEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(Named.class)
            .andShould()
            .beRecords();

    private CoreRules() {}

    private static boolean isImpure(JavaAccess<?> call) {
        boolean clock = call.getTarget().getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time");
        boolean random = call.getTarget().getName().equals("randomUUID")
                || call.getTargetOwner().getPackageName().equals("java.util.random");
        return clock || random;
    }
}
