/**
 * What Radarr, Sonarr, Lidarr and Readarr have in common, being children of one program: the API ({@code /api/v3}, of the younger two
 * {@code /api/v1}), the hooks, the history and the queue. What a program calls its things is its {@link conveyarr.upstream.arr.Dialect}, which
 * lies in the folder of its kind. Read from the sources of Radarr 6.0.3, Sonarr 4.0.19 and its v5 branch, Lidarr 0501e615 and Readarr 4fb62c07.
 *
 * <ul>
 *   <li>A hook carries no id and no time, and is sent once. The history row of the same fact may come before or after it.
 *   <li>One grab of several episodes is one hook, but a row of the history for each; so is one file of several episodes.
 *   <li>There is no hook for a download that was given up: only the history has it. Rows vanish with their title.
 *   <li>{@code downloadUrl} and {@code guid} of the history may hold passkeys and are never read.
 *   <li>A wrong key gives 401 without a body, a missing URL base 307, a wrong one a web page with 200.
 * </ul>
 */
package conveyarr.upstream.arr;
