/** The way in to the pages: who makes a call, and whether he may. */
package conveyarr.health.in.access;
