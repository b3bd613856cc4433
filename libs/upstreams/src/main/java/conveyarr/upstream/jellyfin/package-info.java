/**
 * Jellyfin: read from the source of 12.0-rc5 (jellyfin c3ed1407, 2026-08); the calls are the same in 10.x.
 *
 * <ul>
 *   <li>Only {@code Authorization: MediaBrowser Token="..."} works in all versions; 12 switches the older headers off, and we send
 *       the oldest beside it for what stands before an old server.
 *   <li>{@code POST /Library/Media/Updated} answers 204 for any path, even one outside all libraries, and waits 60 s (by default) before it
 *       looks. So only a query tells whether the item is there.
 *   <li>There is no filter by TMDB id: we search by title, then look through the newest items (a title may be
 *       translated), and compare the provider ids.
 * </ul>
 */
package conveyarr.upstream.jellyfin;
