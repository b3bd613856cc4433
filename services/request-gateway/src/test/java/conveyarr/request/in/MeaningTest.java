package conveyarr.request.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.RequestPortal.Found;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private static final Found DUNE_1984 = movie(841, "Dune", 1984);
    private static final Found DUNE_2021 = movie(438631, "Dune", 2021);
    private static final Found PART_TWO = movie(693134, "Dune: Part Two", 2024);
    private static final Found SERIES =
            new Found(MediaId.series(70727), 1, "Dune", Optional.of(2000), "A mini series.");
    private static final List<Found> ALL = List.of(DUNE_2021, PART_TWO, DUNE_1984, SERIES);

    @Test
    void the_only_one_that_is_called_so_is_meant_whatever_the_signs_between_the_words() {
        assertThat(of("dune part two").one()).contains(PART_TWO);
        assertThat(Meaning.of("dune", Optional.of("series"), ALL).one()).contains(SERIES);
    }

    @Test
    void a_year_tells_titles_of_one_name_apart() {
        assertThat(of("Dune (2021)").one()).contains(DUNE_2021);
        assertThat(of("dune 1984").one()).contains(DUNE_1984);
        assertThat(of("Dune 1999").one()).isEmpty();
    }

    @Test
    void several_of_one_name_are_a_choice_of_these_alone() {
        assertThat(of("Dune").one()).isEmpty();
        assertThat(of("Dune").choices()).containsExactly(DUNE_2021, DUNE_1984, SERIES);
    }

    @Test
    void what_is_called_otherwise_is_a_choice_of_all_unless_it_is_alone() {
        assertThat(of("dun").choices()).isEqualTo(ALL);
        assertThat(Meaning.of("part two", Optional.empty(), List.of(PART_TWO)).one())
                .contains(PART_TWO);
        assertThat(Meaning.of("x", Optional.empty(), List.of())).isEqualTo(new Meaning(Optional.empty(), List.of()));
    }

    @Test
    void a_title_that_ends_in_a_year_is_called_so() {
        var film = movie(335984, "Blade Runner 2049", 2017);
        assertThat(Meaning.of("Blade Runner 2049", Optional.empty(), List.of(film, DUNE_1984))
                        .one())
                .contains(film);
    }

    private static Meaning of(String words) {
        return Meaning.of(words, Optional.empty(), ALL);
    }

    private static Found movie(long tmdb, String title, int year) {
        return new Found(MediaId.movie(tmdb), tmdb, title, Optional.of(year), "");
    }
}
