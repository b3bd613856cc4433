/**
 * Emby 4: from its published API and from what others send to it; not read in its source, which is closed. Its API begins at {@code /emby}.
 * Scans are taken with a 204 for any path, as by Jellyfin; only a query tells whether the item is there.
 */
package conveyarr.upstream.emby;
