/**
 * Lidarr, API v1: read from Lidarr/Lidarr 0501e615. One grab may hold several albums, each with a row of its own; {@code Download} comes once
 * for each album with all its track files. {@code DownloadFailure} names no album, so the history alone tells it.
 */
package conveyarr.upstream.lidarr;
