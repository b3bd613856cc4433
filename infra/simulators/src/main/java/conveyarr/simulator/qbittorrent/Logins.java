package conveyarr.simulator.qbittorrent;

import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cookie sessions, in memory only, and one API key since 5.2; five bad logins and the sixth is banned. */
final class Logins {
    static final String API_KEY = "qbt_" + "0123456789abcdefghijklmnopqr";
    private static final Pattern SID = Pattern.compile("(?:^|;\\s*)(?:SID|QBT_SID_\\d+)=([^;]+)");
    private static final String LOGIN = "/api/v2/auth/login";
    private static final int BAD_LOGINS = 5;

    private final Qbittorrent.Login login;
    private final Profile profile;
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private int bad;

    Logins(Qbittorrent.Login login, Profile profile) {
        this.login = login;
        this.profile = profile;
    }

    /** Everything but the login needs a living session or the key; no foreign Origin and no other port in the Host is let in. */
    Optional<Reply> refusal(Call call, int port) {
        String host = call.header("Host");
        String origin = call.header("Origin") != null ? call.header("Origin") : call.header("Referer");
        boolean foreign = origin != null && !origin.contains("//" + host);
        if (foreign || host.contains(":") && !host.endsWith(":" + port)) {
            return Optional.of(Reply.text(401, "Unauthorized"));
        }
        boolean atLogin = call.path().equals(LOGIN);
        boolean open = keyed(call) ? !atLogin : atLogin || reader(call) != null;
        return open ? Optional.empty() : Optional.of(Reply.text(403, "Forbidden"));
    }

    synchronized Reply login(Call call) {
        Map<String, String> form = call.form();
        if (reader(call) != null) {
            return good(); // whatever the password: a session is a session
        }
        if (bad >= BAD_LOGINS) {
            return Reply.text(403, "Your IP address has been banned after too many failed authentication attempts.");
        }
        if (!login.equals(new Qbittorrent.Login(form.get("username"), form.get("password")))) {
            bad++;
            return profile == Profile.V5_2 ? Reply.text(401, "Unauthorized") : Reply.text(200, "Fails.");
        }
        bad = 0;
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String sid = Base64.getEncoder().encodeToString(secret);
        readers.put(sid, Reader.of(profile));
        return good().with("Set-Cookie", cookie(sid, call));
    }

    private Reply good() {
        return profile == Profile.V5_2 ? Reply.empty(204) : Reply.text(200, "Ok.");
    }

    private String cookie(String sid, Call call) {
        String port = call.header("Host").replaceFirst(".*:", "");
        return profile == Profile.V5_2
                ? "QBT_SID_" + port + "=" + sid + "; HttpOnly; SameSite=Lax; path=/"
                : "SID=" + sid + "; HttpOnly; path=/; SameSite=Strict";
    }

    /** Each cookie has its own view of maindata, and so has the key. */
    Reader reader(Call call) {
        if (keyed(call)) {
            return readers.computeIfAbsent(API_KEY, _ -> Reader.of(profile));
        }
        String cookie = call.header("Cookie");
        Matcher sid = SID.matcher(cookie == null ? "" : cookie);
        return sid.find() ? readers.get(sid.group(1)) : null;
    }

    private boolean keyed(Call call) {
        return profile == Profile.V5_2 && ("Bearer " + API_KEY).equals(call.header("Authorization"));
    }

    /** As after a restart or a session timeout: every client has to log in again. */
    void forget() {
        readers.clear();
    }

    synchronized void ban() {
        bad = BAD_LOGINS;
    }

    synchronized void liftBan() {
        bad = 0;
    }

    synchronized int badLogins() {
        return bad;
    }
}
