/**
 * Sonarr, API v3: read from the source of v4.0.19.2979 and of the v5 branch (Sonarr/Sonarr 49df353f). A grab of a season is one hook, but a row
 * of the history for each episode. {@code Download} comes in two shapes: one for each file, and since 4.0.6 one more for the whole release.
 */
package conveyarr.upstream.sonarr;
