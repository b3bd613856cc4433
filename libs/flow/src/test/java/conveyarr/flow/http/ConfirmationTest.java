package conveyarr.flow.http;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.flow.http.Plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Step> STEPS = List.of(new Step("gluetun", "PUT /v1/vpn/status", "restarts the tunnel"));

    private final Confirmation confirmation = new Confirmation("a key");

    @Test
    void the_token_of_a_dry_run_confirms_the_same_plan() {
        String token = confirmation.plan("restart gluetun", STEPS, NOON).confirmToken();

        assertThat(confirmation.confirms(token, "restart gluetun", STEPS, NOON.plusSeconds(599)))
                .isTrue();
        assertThat(new Confirmation("a key").confirms(token, "restart gluetun", STEPS, NOON))
                .isTrue();
    }

    @Test
    void another_action_other_steps_another_key_or_a_late_hour_need_a_new_one() {
        String token = confirmation.plan("restart gluetun", STEPS, NOON).confirmToken();

        assertThat(confirmation.confirms(token, "restart other", STEPS, NOON)).isFalse();
        assertThat(confirmation.confirms(token, "restart gluetun", List.of(), NOON))
                .isFalse();
        assertThat(new Confirmation("other").confirms(token, "restart gluetun", STEPS, NOON))
                .isFalse();
        assertThat(confirmation.confirms(token, "restart gluetun", STEPS, NOON.plus(Duration.ofMinutes(11))))
                .isFalse();
    }

    @Test
    void what_is_no_token_confirms_nothing() {
        for (String token : new String[] {null, "", ".", "x.y", "99999999999999999999.x", "4102444800."}) {
            assertThat(confirmation.confirms(token, "restart gluetun", STEPS, NOON))
                    .as("%s", token)
                    .isFalse();
        }
    }
}
