package conveyarr.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.request.core.Approval.Candidate;
import conveyarr.request.core.Approval.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private static final Rule FAMILY = new Rule(
            "family", Optional.empty(), Set.of("Ana", "p_0123456789ab"), Optional.of(3), Optional.of(2), false);
    private static final Rule MOVIES =
            new Rule("movies", Optional.of("movie"), Set.of(), Optional.of(1), Optional.empty(), true);
    private final Approval rules = new Approval(List.of(FAMILY, MOVIES));

    @Test
    void without_a_rule_everything_waits_for_a_person() {
        assertThat(Approval.NEVER.by(movie("ana", 1))).isEmpty();
    }

    @Test
    void the_first_rule_that_fits_says_its_name() {
        assertThat(rules.by(movie("ana", 1))).contains("family");
        assertThat(rules.by(movie("bob", 1))).contains("movies");
    }

    @Test
    void a_person_is_known_by_name_or_reference() {
        assertThat(rules.by(new Candidate("series", Set.of("X", "p_0123456789ab"), false, 1, 1)))
                .contains("family");
        assertThat(rules.by(new Candidate("series", Set.of("bob"), false, 1, 1)))
                .isEmpty();
    }

    @Test
    void too_many_at_once_and_too_large_a_series_wait() {
        assertThat(rules.by(new Candidate("series", Set.of("ana"), false, 2, 3)))
                .contains("family");
        assertThat(rules.by(new Candidate("series", Set.of("ana"), false, 3, 1)))
                .isEmpty();
        assertThat(rules.by(new Candidate("series", Set.of("ana"), false, 1, 4)))
                .isEmpty();
    }

    @Test
    void a_rule_is_for_4k_only_where_it_says_so() {
        assertThat(rules.by(new Candidate("movie", Set.of("ana"), true, 0, 1))).contains("movies");
        assertThat(rules.by(new Candidate("series", Set.of("ana"), true, 1, 1))).isEmpty();
    }

    private static Candidate movie(String who, int pending) {
        return new Candidate("movie", Set.of(who), false, 0, pending);
    }
}
