package conveyarr.library;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.library.core.Query;
import conveyarr.library.core.Query.After;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void words_are_small_and_those_of_a_letter_or_two_do_not_count_beside_longer_ones() {
        var query = query("  The  GODFATHER of a ");
        assertThat(query.longWords()).containsExactly("the", "godfather");
        assertThat(query.beginning()).isEmpty();
        assertThat(query.mayHaveASlip()).isTrue();
    }

    @Test
    void where_there_are_only_short_ones_they_begin_the_title() {
        assertThat(query("Up").beginning()).contains("up");
        assertThat(query("Up").longWords()).isEmpty();
        assertThat(query("Up").mayHaveASlip()).isFalse();
        assertThat(query(" ").beginning()).isEmpty();
    }

    @Test
    void a_slip_is_looked_for_on_the_first_page_alone() {
        var later = Query.of("godfahter", Optional.empty(), Optional.of(new After("g", "movie:tmdb:1")), 50);
        assertThat(later.mayHaveASlip()).isFalse();
        assertThat(query("godfahter").mayHaveASlip()).isTrue();
    }

    @Test
    void an_id_is_one_title_and_nothing_is_like_it() {
        var query = query(" movie:tmdb:603 ");
        assertThat(query.id()).contains("movie:tmdb:603");
        assertThat(query.longWords()).isEmpty();
        assertThat(query.beginning()).isEmpty();
        assertThat(query.mayHaveASlip()).isFalse();
    }

    @Test
    void a_part_of_an_id_and_an_id_beside_a_word_are_words() {
        assertThat(query("tmdb:603").longWords()).containsExactly("tmdb:603");
        assertThat(query("matrix movie:tmdb:603").longWords()).containsExactly("matrix", "movie:tmdb:603");
        assertThat(query("movie:tmdb:").id()).isEmpty();
    }

    @Test
    void a_page_has_at_least_one_and_at_most_two_hundred() {
        assertThat(Query.of("", Optional.empty(), Optional.empty(), 0).limit()).isEqualTo(1);
        assertThat(Query.of("", Optional.empty(), Optional.empty(), 9999).limit())
                .isEqualTo(Query.MOST);
    }

    private static Query query(String text) {
        return Query.of(text, Optional.empty(), Optional.empty(), 50);
    }
}
