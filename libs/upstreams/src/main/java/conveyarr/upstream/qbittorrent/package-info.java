/**
 * qBittorrent, Web API v2: 4.5.2 was run (Web API 2.8.19), 4.3 to 5.2.3 were read from source (2.8 to 2.15). What differs is found out, never
 * configured.
 *
 * <ul>
 *   <li>The session cookie is {@code SID}, or {@code QBT_SID_<port>} since 5.2; it is kept by the name that the server used. A good login answers
 *       200 {@code Ok.} or 204, a bad one 200 {@code Fails.} or 401.
 *   <li>Five bad logins ban our address for an hour, and with it every program behind the same address. So there is one login for a session, and
 *       after a refusal none for at least 15 minutes, or 2 hours where the refusal is not kept over a restart. 403 means that the session has ended, or, for a login, that we are banned.
 *   <li>{@code Origin} and {@code Referer} are never sent: a wrong one is refused.
 *   <li>{@code sync/maindata} sends what changed since {@code rid}; since 5.1 a lost answer loses its changes for ever. So after any failed read,
 *       and now and then, everything is asked for.
 *   <li>{@code pause} and {@code resume} are {@code stop} and {@code start} since Web API 2.11 (5.0); a wrong word is 404. Since 5.2 there is an
 *       API key, which cannot ban anybody.
 *   <li>401 before any login is its Host check, not the password: a call without a cookie is 403 otherwise.
 *   <li>Whether a torrent is private stands in the list since 5.0, before only in its properties; the external address in the server's state
 *       since 5.1, before only in the log.
 *   <li>Addresses of trackers hold pass keys: only their hosts leave this folder.
 *   <li>The hash of a hybrid torrent is the first 40 digits of its v2 hash, while an *arr may know it by the v1 hash.
 *   <li>{@code completion_on} and {@code amount_left} prove nothing: a vanished file keeps the one, a magnet without metadata has 0 of the other.
 * </ul>
 */
package conveyarr.upstream.qbittorrent;
