package conveyarr.health;

import conveyarr.health.core.access.Trip;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A provider as OpenID Connect Core 1.0 has it, which can be made to say what it should not. Like Authelia 4.39 it tells groups only when asked for the person. */
public final class IdentityServer implements AutoCloseable {
    static final String CLIENT = "conveyarr";
    static final String SECRET = "s3cret:with/signs";

    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final RsaJsonWebKey key = key();
    private final Site site = new Site(0);

    /** What was asked for, what is signed, and what is told of the person. */
    private record Login(
            Map<String, String> asked, Map<String, Object> claims, Map<String, Object> told, RsaJsonWebKey by) {}

    IdentityServer() {
        site.on("GET", "/.well-known/openid-configuration", _ -> Reply.json(places()))
                .on(
                        "GET",
                        "/keys",
                        _ -> new Reply(
                                200,
                                "application/json",
                                new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8),
                                Map.of()))
                .on("POST", "/tokens", this::tokens)
                .on("GET", "/people", this::people)
                .open();
    }

    String url() {
        return site.url().toString();
    }

    private Map<String, Object> places() {
        return Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/login?theme=dark",
                "token_endpoint", url() + "/tokens",
                "userinfo_endpoint", url() + "/people",
                "jwks_uri", url() + "/keys");
    }

    /** A person logs in at the address that a browser was sent to; gives the code. {@code flaw} changes what is signed. */
    String login(URI address, String user, List<String> groups, Consumer<Map<String, Object>> flaw) {
        return login(address, user, groups, flaw, key);
    }

    /** The same, signed by somebody else. */
    String forged(URI address) {
        return login(address, "eve", List.of("admins"), _ -> {}, key());
    }

    private String login(
            URI address, String user, List<String> groups, Consumer<Map<String, Object>> flaw, RsaJsonWebKey by) {
        var asked = query(address);
        var claims = new HashMap<String, Object>(Map.of(
                "iss", url(),
                "aud", CLIENT,
                "sub", "id-of-" + user,
                "nonce", asked.get("nonce"),
                "exp", Instant.now().plusSeconds(300).getEpochSecond()));
        flaw.accept(claims);
        var told = Map.<String, Object>of("sub", "id-of-" + user, "preferred_username", user, "groups", groups);
        String code = "code-" + logins.size();
        logins.put(code, new Login(asked, claims, told, by));
        return code;
    }

    static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private Reply tokens(Call call) {
        var form = call.form();
        var login = logins.get(form.get("code"));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":s3cret%3Awith%2Fsigns").getBytes(StandardCharsets.UTF_8));
        boolean right = login != null
                && basic.equals(call.header("Authorization"))
                && "authorization_code".equals(form.get("grant_type"))
                && login.asked().get("redirect_uri").equals(form.get("redirect_uri"))
                && login.asked()
                        .get("code_challenge")
                        .equals(new Trip("", "", form.get("code_verifier"), Instant.EPOCH).challenge());
        return right
                ? Reply.json(
                        Map.of("token_type", "Bearer", "access_token", form.get("code"), "id_token", signed(login)))
                : Reply.json(400, Map.of("error", "invalid_grant"));
    }

    private Reply people(Call call) {
        var login = logins.get(String.valueOf(call.header("Authorization")).replaceFirst("^Bearer ", ""));
        return login == null ? Reply.json(401, Map.of("error", "invalid_token")) : Reply.json(login.told());
    }

    private static String signed(Login login) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(org.jose4j.json.JsonUtil.toJson(login.claims()));
            signature.setKey(login.by().getPrivateKey());
            signature.setKeyIdHeaderValue("one");
            signature.setAlgorithmHeaderValue("RS256");
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("one");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
