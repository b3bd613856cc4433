/** Kills parts of a real installation at random while hooks come in, and counts afterwards. A run is told by its seed. */
package conveyarr.faultlab;
