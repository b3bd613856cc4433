/** Readarr, API v1: read from Readarr/Readarr 4fb62c07, the last before it was retired. Like Lidarr, with books of Goodreads for albums. */
package conveyarr.upstream.readarr;
