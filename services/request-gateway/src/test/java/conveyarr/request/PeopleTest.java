package conveyarr.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void a_reference_is_the_same_for_ever_and_tells_nothing() {
        assertThat(People.ref("seerr", "ana"))
                .isEqualTo(People.ref("seerr", "ana"))
                .matches("p_[0-9a-f]{12}");
        assertThat(People.ref("seerr", "ana")).isNotEqualTo(People.ref("seerr", "ben"));
        assertThat(People.ref("seerr", "ana")).isNotEqualTo(People.ref("seerr-2", "ana"));
    }
}
