package conveyarr.health.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.health.core.access.Ground.ByKey;
import conveyarr.health.core.access.Ground.ByPassword;
import conveyarr.health.core.access.Ground.ByProvider;
import conveyarr.health.core.access.Visitor.Proof;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessDecisionsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Proxies PROXIES =
            new Proxies(List.of(Network.parse("10.0.0.5"), Network.parse("10.1.0.0/24")));
    private static final Groups GROUPS = new Groups(Set.of("admins"), Set.of("ops"), Role.READER);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "203.0.113.9; ; 203.0.113.9",
                "203.0.113.9; 127.0.0.1; 203.0.113.9",
                "10.0.0.5; 198.51.100.7; 198.51.100.7",
                "10.0.0.5; 127.0.0.1, 198.51.100.7; 198.51.100.7",
                "10.0.0.5; 1.2.3.4, 198.51.100.7, 10.1.0.9; 198.51.100.7",
                "10.0.0.5; 198.51.100.7, rubbish; 10.0.0.5",
                "10.0.0.5; rubbish, 198.51.100.7; 198.51.100.7",
            })
    void the_client_is_the_first_from_the_right_that_is_no_proxy_of_ours(String peer, String chain, String client)
            throws Exception {
        var lines = chain == null ? List.<String>of() : List.of(chain);
        assertThat(PROXIES.client(InetAddress.getByName(peer), lines)).isEqualTo(InetAddress.getByName(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "*", "proxy", "10.0.0.5/33", "10.0.0.5/x", "256.1.1.1"})
    void a_network_in_which_anybody_may_be_is_refused(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void groups_give_the_role_and_a_name_that_comes_twice_is_nobody() {
        assertThat(new Headers(List.of("ana"), List.of("users,admins")).visitor(GROUPS))
                .contains(new Visitor("ana", Role.ADMIN, Proof.PROXY));
        assertThat(new Headers(List.of("ana"), List.of("ops")).visitor(GROUPS))
                .contains(new Visitor("ana", Role.OPERATOR, Proof.PROXY));
        assertThat(new Headers(List.of("ana"), List.of()).visitor(GROUPS))
                .contains(new Visitor("ana", Role.READER, Proof.PROXY));
        assertThat(new Headers(List.of("ana", "root"), List.of("admins")).visitor(GROUPS))
                .isEmpty();
        assertThat(new Headers(List.of(" "), List.of("admins")).visitor(GROUPS)).isEmpty();
        assertThat(new Headers(List.of("ana"), List.of("users", "admins")).visitor(GROUPS))
                .isEmpty();
    }

    @Test
    void a_change_comes_from_our_own_page_or_is_refused() {
        var own = Set.of("flow.example:8484", "flow.example");
        assertThat(new Origin("same-origin", null, own).refusal()).isEmpty();
        assertThat(new Origin(null, "http://flow.example:8484", own).refusal()).isEmpty();
        assertThat(new Origin(null, "https://FLOW.example", own).refusal()).isEmpty();
        assertThat(new Origin("cross-site", "http://flow.example:8484", own).refusal())
                .isPresent();
        assertThat(new Origin("none", null, own).refusal()).isPresent();
        assertThat(new Origin(null, "http://evil.example", own).refusal()).isPresent();
        assertThat(new Origin(null, "null", own).refusal()).isPresent();
        assertThat(new Origin(null, null, own).refusal()).isPresent();
    }

    @Test
    void wrong_tries_make_an_address_wait_longer_each_time_and_no_other() {
        var attempts = Attempts.NONE;
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.blockedUntil("a", NOON)).isEmpty();
            attempts = attempts.failed("a", NOON);
        }
        assertThat(attempts.blockedUntil("a", NOON)).contains(NOON.plusSeconds(10));
        assertThat(attempts.blockedUntil("b", NOON)).isEmpty();
        assertThat(attempts.failed("a", NOON).blockedUntil("a", NOON)).contains(NOON.plusSeconds(20));
        assertThat(attempts.blockedUntil("a", NOON.plusSeconds(10))).isEmpty();
        assertThat(attempts.succeeded("a").blockedUntil("a", NOON)).isEmpty();
        assertThat(attempts.failed("b", NOON.plus(Duration.ofHours(1))).byAddress())
                .containsOnlyKeys("b");
    }

    @Test
    void a_cookie_is_read_as_it_was_sealed_until_its_time_and_with_its_key_alone() {
        var seal = new Seal(new byte[] {1, 2, 3});
        var session = new Session("id", "ana|bob", new ByPassword(7), NOON.plusSeconds(60));
        String cookie = seal.cookie(session);
        assertThat(seal.session(cookie, NOON)).contains(session);
        assertThat(seal.session(cookie, NOON.plusSeconds(60))).isEmpty();
        assertThat(new Seal(new byte[] {1, 2, 4}).session(cookie, NOON)).isEmpty();
        assertThat(seal.session("x" + cookie, NOON)).isEmpty();
        assertThat(seal.session("", NOON)).isEmpty();
        for (Ground ground : List.of(new ByKey(), new ByPassword(0), new ByProvider(Role.OPERATOR, "0a1b"))) {
            var kept = new Session("id", "ana", ground, NOON.plusSeconds(60));
            assertThat(seal.session(seal.cookie(kept), NOON)).contains(kept);
        }
    }

    @Test
    void a_session_is_worth_what_the_account_is_worth_now() {
        var ana = new Account("ana", Role.OPERATOR, new Password("x"), 7);
        var book = new Book(Map.of("ana", ana), Set.of("gone"));
        var until = NOON.plusSeconds(60);
        assertThat(book.visitor(new Session("s", "ana", new ByPassword(7), until)))
                .contains(new Visitor("ana", Role.OPERATOR, Proof.SESSION));
        assertThat(book.visitor(new Session("s", "ana", new ByPassword(6), until)))
                .isEmpty();
        assertThat(book.visitor(new Session("gone", "ana", new ByPassword(7), until)))
                .isEmpty();
        assertThat(book.visitor(new Session("s", "bob", new ByPassword(7), until)))
                .isEmpty();
        assertThat(book.visitor(new Session("s", Book.KEY_HOLDER, new ByKey(), until))
                        .map(Visitor::role))
                .contains(Role.ADMIN);
    }

    @Test
    void the_way_to_a_provider_and_back_is_remembered_for_its_time_and_by_its_own_seal() {
        var seal = new Seal(new byte[] {1});
        // The example of RFC 7636, appendix B.
        var trip = new Trip("state", "nonce", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", NOON.plusSeconds(60));
        assertThat(trip.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(seal.trip(seal.cookie(trip), NOON)).contains(trip);
        assertThat(seal.trip(seal.cookie(trip), NOON.plusSeconds(60))).isEmpty();
        assertThat(new Seal(new byte[] {2}).trip(seal.cookie(trip), NOON)).isEmpty();
    }

    @Test
    void a_provider_names_people_and_groups_in_more_ways_than_one() {
        assertThat(new Claims(Map.of("sub", "7", "email", "ana@example.org")).name())
                .contains("ana@example.org");
        assertThat(new Claims(Map.of("sub", "7", "preferred_username", " ana\r\n ")).name())
                .contains("ana");
        assertThat(new Claims(Map.of("sub", 7)).name()).isEmpty();
        assertThat(new Claims(Map.of("groups", List.of("a", "b"))).groups("groups"))
                .containsExactly("a", "b");
        assertThat(new Claims(Map.of("groups", "a, b")).groups("groups")).containsExactly("a", "b");
        assertThat(new Claims(Map.of("realm_access", Map.of("roles", List.of("a")))).groups("realm_access.roles"))
                .containsExactly("a");
        assertThat(new Claims(Map.of("groups", 7)).groups("groups")).isEmpty();
        assertThat(new Claims(Map.of()).groups("groups")).isEmpty();
    }

    @Test
    void a_password_is_kept_salted_and_is_not_shown() {
        var kept = Password.of("correct horse", new byte[16]);
        assertThat(kept.is("correct horse")).isTrue();
        assertThat(kept.is("correct hors")).isFalse();
        assertThat(kept.kept()).doesNotContain("correct");
        assertThat(kept).hasToString("***");
        assertThat(Password.of("correct horse", new byte[] {1}).kept()).isNotEqualTo(kept.kept());
    }
}
