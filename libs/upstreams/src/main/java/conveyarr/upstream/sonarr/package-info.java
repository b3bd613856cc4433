/**
 * Sonarr, API v3: read from the source of v4.0.19.2979 and of the v5 branch (Sonarr/Sonarr 49df353f). So far we probe it and know the types of
 * its hooks; what they say is not read yet, so it offers no more than {@link conveyarr.upstream.Upstream}.
 */
package conveyarr.upstream.sonarr;
