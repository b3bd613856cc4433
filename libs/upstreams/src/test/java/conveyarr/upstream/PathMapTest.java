package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathMapTest {
    @Test
    void what_no_line_names_is_the_same_for_both() {
        assertThat(PathMap.SAME.of("/movies/X")).isEqualTo("/movies/X");
        assertThat(map("/tv=/shows").of("/movies/X")).isEqualTo("/movies/X");
    }

    @Test
    void the_longest_beginning_counts_by_whole_parts() {
        var paths = map("/data=/media", "/data/tv=/shows", "/tv/=/other/");
        assertThat(paths.of("/data/movies/X")).isEqualTo("/media/movies/X");
        assertThat(paths.of("/data/tv/Show")).isEqualTo("/shows/Show");
        assertThat(paths.of("/data/tv2/Show")).isEqualTo("/media/tv2/Show");
        assertThat(paths.of("/tv2/Show")).isEqualTo("/tv2/Show");
        assertThat(paths.of("/tv")).isEqualTo("/other");
    }

    @Test
    void windows_and_unix_see_the_same_disk() {
        assertThat(map("D:\\Movies=/media/movies").of("d:\\movies\\X\\a.mkv")).isEqualTo("/media/movies/X/a.mkv");
        assertThat(map("/movies=M:\\Films").of("/movies/X/a.mkv")).isEqualTo("M:\\Films\\X\\a.mkv");
    }

    @Test
    void what_is_no_pair_of_folders_is_said_as_such() {
        for (String bad : List.of("/movies", "/movies=", "movies=/media", "/a=/b=/c")) {
            assertThatThrownBy(() -> map(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"" + bad + "\" is no pair of folders, such as /movies=/media/movies");
        }
    }

    private static PathMap map(String... lines) {
        return PathMap.parse(Optional.of(List.of(lines)));
    }
}
