/**
 * Plex Media Server: from its published API and from what others send to it; not read in its source, which is closed.
 *
 * <ul>
 *   <li>{@code GET /library/sections/{key}/refresh?path=} takes a folder and answers 200 with nothing, at once; there is no word when the scan is
 *       over. It goes to every section that has the folder.
 *   <li>The ids of TMDB and TVDB come as {@code Guid} when they are asked for; libraries with an old agent have theirs in {@code guid}.
 *   <li>An album has no id that an *arr knows: its tracks say in which folder they are.
 * </ul>
 */
package conveyarr.upstream.plex;
