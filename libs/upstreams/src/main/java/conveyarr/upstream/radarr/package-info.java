/**
 * Radarr, API v3. Read from the source of 6.0.3.10276 (Radarr/Radarr 1b9662d5) and bound to no newer field, so it also takes older ones (v4, v5).
 * {@code Download} means that a file was imported, one hook per file; its file id is the {@code data.fileId} of the history.
 */
package conveyarr.upstream.radarr;
