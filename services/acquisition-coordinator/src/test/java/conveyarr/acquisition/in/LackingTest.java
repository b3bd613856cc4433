package conveyarr.acquisition.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.cause.Missing;
import conveyarr.events.Episodes;
import conveyarr.events.Episodes.Number;
import conveyarr.upstream.ArrShelf.Airing;
import conveyarr.upstream.ArrShelf.Airings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LackingTest {
    @Test
    void of_ten_aired_episodes_three_lack_and_neither_specials_nor_what_is_not_wanted_or_not_aired() {
        var all = new ArrayList<>(IntStream.rangeClosed(1, 10)
                .mapToObj(n -> new Airing(new Number(1, n), true, n <= 7))
                .toList());
        all.add(new Airing(new Number(0, 1), true, false));
        all.add(new Airing(new Number(1, 11), false, false));
        all.add(new Airing(new Number(2, 1), true, false, false));
        var three = new Episodes(List.of(new Number(1, 8), new Number(1, 9), new Number(1, 10)));
        assertThat(Lacking.of(new Airings(false, all))).contains(new Missing(7, three));
        assertThat(Lacking.of(new Airings(false, all.subList(0, 7)))).isEmpty();
    }
}
