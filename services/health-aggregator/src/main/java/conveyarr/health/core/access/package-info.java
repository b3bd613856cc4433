/** Who may see and do what on the pages: plain decisions, with time as data. */
package conveyarr.health.core.access;
