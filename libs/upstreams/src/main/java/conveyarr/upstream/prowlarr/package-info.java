/**
 * Prowlarr, API v1: read from Prowlarr/Prowlarr 0ffcfccf (2.3.6). It searches for the *arr programs and knows no titles: a grab in its hooks and
 * in its history names a release and nothing that joins it to a download, so the timeline takes the grab from the program that asked for it.
 * What its hooks say has an id all the same, from what hook and history both carry, and is shown with the hook.
 */
package conveyarr.upstream.prowlarr;
