/** What the answers of the programs mean: plain Java, no clock, no network. */
package conveyarr.health.core;
