/**
 * Programs that are only looked at: what is asked of each, and what a good answer is, stands in one file a kind
 * ({@code conveyarr/upstream/catalogue/<kind>.json}). A kind with an adapter may have a file as well, for what the adapter does not ask.
 */
package conveyarr.upstream.catalogue;
