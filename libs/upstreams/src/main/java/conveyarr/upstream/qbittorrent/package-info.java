/**
 * qBittorrent, Web API v2: 4.5.2 was run (Web API 2.8.19), 4.3 to 5.2.3 were read from source (2.8 to 2.15). What differs is found out, never
 * configured.
 *
 * <ul>
 *   <li>The session cookie is {@code SID}, or {@code QBT_SID_<port>} since 5.2; it is kept by the name that the server used. A good login answers
 *       200 {@code Ok.} or 204, a bad one 200 {@code Fails.} or 401.
 *   <li>Five bad logins ban our address for an hour, and with it every program behind the same address. So there is one login for a session, and
 *       after a refusal none for at least 15 minutes. 403 means that the session has ended, or, for a login, that we are banned.
 *   <li>{@code Origin} and {@code Referer} are never sent: a wrong one is refused.
 *   <li>{@code sync/maindata} sends what changed since {@code rid}; since 5.1 a lost answer loses its changes for ever. So after any failed read,
 *       and now and then, everything is asked for.
 *   <li>The hash of a hybrid torrent is the first 40 digits of its v2 hash, while an *arr may know it by the v1 hash.
 *   <li>{@code completion_on} and {@code amount_left} prove nothing: a vanished file keeps the one, a magnet without metadata has 0 of the other.
 * </ul>
 */
package conveyarr.upstream.qbittorrent;
