/**
 * Seerr and its forerunners Jellyseerr and Overseerr, which speak one API v1: Seerr 3.1.0 was run, Jellyseerr 2.x and Overseerr 1.34 were read
 * from source. The product is found out from the version.
 *
 * <ul>
 *   <li>There is one hook without id or time, sent once; all values of the default template are text. It is lost when TMDB is down.
 *   <li>4K is told by the words of {@code event} only; seasons by {@code extra}.
 *   <li>{@code updatedAt} is never updated (2.6.0 to 3.1.x), so we read the open requests anew: those that are pending or failed and the newest each time, all
 *       approved ones every ten minutes.
 *   <li>"Available" is a matter of the media's status: a request may stay APPROVED for ever with its media available, and no hook tells.
 *   <li>An automatic approval cannot be told from another one later, so both are the same happening.
 *   <li>The list has no title; it is asked for by TMDB id and remembered.
 * </ul>
 */
package conveyarr.upstream.seerr;
