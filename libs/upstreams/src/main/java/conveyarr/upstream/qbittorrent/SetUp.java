package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import java.net.URI;
import java.time.Instant;

/** What is wrong with how qBittorrent is set up or addressed, and what would put it right, each in one sentence. */
record SetUp(String instance, URI url) {
    /** It answered 401 before any login, which its Host check does and a wrong password never. */
    Refused hostRefused() {
        return new Refused(
                instance + " refuses the address that we call it by (" + url
                        + ", HTTP 401 before any login): its Web UI"
                        + " listens on another port than the one in the address, or its 'Server domains' do not name this"
                        + " host. Publish one port on both sides (such as 8112:8112 with WEBUI_PORT=8112), or switch off"
                        + " 'Enable Host header validation' in its Web UI options",
                401);
    }

    Nonsense isStranger() {
        return new Nonsense(
                instance + " (" + url + ") gives other answers than qBittorrent's Web API; check " + key("url"));
    }

    Refused keyRefused() {
        return new Refused(
                instance + " does not take the API key: it is wrong, or this qBittorrent is older than 5.2 and knows no"
                        + " keys; then set " + key("username") + " and .password instead",
                403);
    }

    Refused badLogin(String words, Instant until) {
        return new Refused(
                words + ": wrong user name or password; correct " + key("username") + " and .password and start"
                        + " again. No other login is tried before " + until
                        + ", because a few more would have our address banned",
                403,
                until);
    }

    Refused banned(Instant until) {
        return new Refused(
                instance
                        + " has banned our address after too many bad logins, and with it every program behind the same"
                        + " address. The ban ends by itself after an hour (or at once when qBittorrent is restarted); find"
                        + " the program that logs in with a wrong password. No login is tried before " + until,
                403,
                until);
    }

    private String key(String name) {
        return "conveyarr.upstreams." + instance + "." + name;
    }
}
