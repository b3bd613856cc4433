package conveyarr.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import conveyarr.testkit.architecture.BoundaryRules;
import conveyarr.testkit.architecture.CoreRules;
import conveyarr.testkit.docs.Contracts;
import java.util.TreeSet;

/** The rules over all that runs in one process; so a rule is kept by every service or by none. */
@AnalyzeClasses(
        packages = "conveyarr",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.MainCode.class})
class ArchitectureTest {
    @ArchTest
    static final ArchTests CORE = ArchTests.in(CoreRules.class);

    @ArchTest
    static final ArchTests BOUNDARIES = ArchTests.in(BoundaryRules.class);

    @ArchTest
    static void services_hear_what_they_declare(JavaClasses classes) {
        Contracts.declared().forEach((word, contract) -> assertThat(Contracts.heard(classes, word))
                .as(contract.name())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(java.util.List.of(contract.consumes()))));
    }

    /** Topics of raw hooks and timelines carry no domain events, so they are left out of the comparison. */
    @ArchTest
    static void services_tell_what_they_declare_and_one_topic_has_one_writer(JavaClasses classes) {
        var writers = new java.util.HashMap<String, String>();
        Contracts.declared().forEach((word, contract) -> {
            assertThat(contract.produces()).as(contract.name()).containsAll(Contracts.told(classes, word));
            for (String topic : contract.produces()) {
                assertThat(writers.put(topic, word))
                        .as("a second writer of " + topic)
                        .isNull();
            }
        });
    }

    /** Our test libraries come as jars and would count as main code. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("testkit") && !location.contains("simulators");
        }
    }
}
