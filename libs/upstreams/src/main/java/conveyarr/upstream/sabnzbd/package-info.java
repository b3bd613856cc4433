/**
 * SABnzbd, its API in JSON, read from source (5.0; the calls are the same since 3.x); not run.
 *
 * <ul>
 *   <li>The key goes in the body of a POST, never in the address, so that no proxy writes it down. Application errors come with status 200 and
 *       {@code "status":false}; a wrong key and an unknown Host both with 403, told apart by their words.
 *   <li>Every job of the queue that is not paused says {@code Downloading}, and when the whole queue is paused the jobs do not say so. Numbers
 *       are strings.
 *   <li>A job leaves the queue before it shows in the history, so one that is in neither is kept for two more looks.
 *   <li>{@code last_history_update} spares reading a history in which nothing changed.
 *   <li>A speed limit that is set by a call is forgotten at its restart; {@code speedlimit_abs} tells the present one in bytes a second.
 *   <li>A retry gets a new {@code nzo_id}. {@code Failed} because the disk was full is no fault of the release.
 * </ul>
 */
package conveyarr.upstream.sabnzbd;
