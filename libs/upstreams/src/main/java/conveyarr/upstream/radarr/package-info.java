/**
 * Radarr, API v3. Read from the source of 6.0.3.10276 (Radarr/Radarr 1b9662d5) and bound to no newer field, so it also takes older ones (v4, v5).
 *
 * <ul>
 *   <li>A hook carries no id and no time, and is sent once. The history row of the same fact may come before or after it.
 *   <li>{@code Download} means that a file was imported, one hook per file; its file id is the {@code data.fileId} of the history.
 *   <li>There is no hook for a failed download: only the history has it. Rows vanish with their movie.
 *   <li>{@code downloadUrl} and {@code guid} of the history may hold passkeys and are never read.
 *   <li>A wrong key gives 401 without a body, a missing URL base 307, a wrong one a web page with 200.
 * </ul>
 */
package conveyarr.upstream.radarr;
