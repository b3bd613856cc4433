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

/** Cookie sessions, in memory only; five bad logins and the sixth is banned. */
final class Logins {
    private static final Pattern SID = Pattern.compile("(?:^|;\\s*)SID=([^;]+)");
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

    /** Everything but the login needs a living session; no foreign Origin is let in. */
    Optional<Reply> refusal(Call call) {
        String origin = call.header("Origin") != null ? call.header("Origin") : call.header("Referer");
        if (origin != null && !origin.contains("//" + call.header("Host"))) {
            return Optional.of(Reply.text(401, "Unauthorized"));
        }
        boolean open = call.path().equals("/api/v2/auth/login") || reader(call) != null;
        return open ? Optional.empty() : Optional.of(Reply.text(403, "Forbidden"));
    }

    synchronized Reply login(Call call) {
        Map<String, String> form = call.form();
        if (reader(call) != null) {
            return Reply.text(200, "Ok."); // whatever the password: a session is a session
        }
        if (bad >= BAD_LOGINS) {
            return Reply.text(403, "Your IP address has been banned after too many failed authentication attempts.");
        }
        if (!login.equals(new Qbittorrent.Login(form.get("username"), form.get("password")))) {
            bad++;
            return Reply.text(200, "Fails.");
        }
        bad = 0;
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String sid = Base64.getEncoder().encodeToString(secret);
        readers.put(sid, Reader.of(profile));
        return Reply.text(200, "Ok.").with("Set-Cookie", "SID=" + sid + "; HttpOnly; path=/; SameSite=Strict");
    }

    Reader reader(Call call) {
        String cookie = call.header("Cookie");
        Matcher sid = SID.matcher(cookie == null ? "" : cookie);
        return sid.find() ? readers.get(sid.group(1)) : null;
    }

    /** As after a restart or a session timeout: every client has to log in again. */
    void forget() {
        readers.clear();
    }

    synchronized void liftBan() {
        bad = 0;
    }
}
