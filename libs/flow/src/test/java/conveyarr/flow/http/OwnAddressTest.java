package conveyarr.flow.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAddressTest {
    @Test
    void without_a_word_of_the_owner_it_is_this_machine_at_the_public_port() {
        assertThat(own(Optional.empty()).hooks("vpn")).hasToString("http://127.0.0.1:8484/hooks/vpn");
        assertThat(own(Optional.of("9484")).hooks("vpn")).hasToString("http://127.0.0.1:9484/hooks/vpn");
        assertThat(own(Optional.of("tcp://10.0.0.1:8484")).hooks()).isEqualTo("http://127.0.0.1:8484/hooks");
    }

    @Test
    void the_first_that_the_owner_says_is_the_one_to_paste() {
        var own = new OwnAddress(Optional.of(List.of("http://conveyarr:8484/", " http://nas:8484")), Optional.empty());
        assertThat(own.hooks("vpn")).hasToString("http://conveyarr:8484/hooks/vpn");
        assertThat(own.told()).containsExactly("http://conveyarr:8484", "http://nas:8484");
    }

    private static OwnAddress own(Optional<String> port) {
        return new OwnAddress(Optional.empty(), port);
    }
}
