package conveyarr.simulator.qbittorrent;

import conveyarr.simulator.state.Ledger;

/** What may go wrong with a qBittorrent and around it; {@code hash} may be {@code all}. */
public final class Faults {
    private final Ledger<Session> session;
    private final Logins logins;
    private final AppRoutes app;

    Faults(Ledger<Session> session, Logins logins, AppRoutes app) {
        this.session = session;
        this.logins = logins;
        this.app = app;
    }

    /** Adds a magnet that will never move; gives its hash. */
    public String addWithoutMetadata(String name, String category) {
        Torrent torrent = new Torrent();
        torrent.hash = String.format("%040x", System.nanoTime());
        torrent.name = name;
        torrent.category = category;
        torrent.magnet = "magnet:?xt=urn:btih:" + torrent.hash;
        torrent.savePath = Session.SAVE_PATH;
        torrent.size = 1 << 20;
        torrent.addedOn = System.currentTimeMillis() / 1000;
        torrent.withoutMetadata = true;
        session.update(s -> s.torrents.add(torrent));
        return torrent.hash.toUpperCase();
    }

    /** A magnet whose metadata nobody gives. */
    public void withholdMetadata(String hash) {
        session.update(s -> s.named(hash).forEach(t -> t.withoutMetadata = true));
    }

    /** Its tracker knows it no more. */
    public void unregister(String hash) {
        session.update(s -> s.named(hash).forEach(t -> t.unregistered = true));
    }

    public void makePrivate(String hash) {
        session.update(s -> s.named(hash).forEach(t -> t.isPrivate = true));
    }

    /** The next answers of {@code sync/maindata} are worked out and lost on the way. */
    public void loseAnswers(int count) {
        app.loseAnswers(count);
    }

    /** It listens, but nobody can come in, until it is given another port. */
    public void deafen() {
        session.update(s -> s.deaf = true);
    }

    public void seenAs(String externalAddress) {
        session.update(s -> s.externalAddress = externalAddress);
    }

    public void fillDisk(long freeBytes) {
        session.update(s -> s.free = freeBytes + s.downloaded);
    }

    /** Somebody behind our address has tried too many passwords. */
    public void ban() {
        logins.ban();
    }

    public int badLogins() {
        return logins.badLogins();
    }

    public void liftBan() {
        logins.liftBan();
    }

    /** {@code error} or {@code missingFiles}; a recheck heals it. */
    public void breakTorrent(String hash, String state) {
        session.update(s -> s.named(hash).forEach(t -> t.trouble = state));
    }
}
