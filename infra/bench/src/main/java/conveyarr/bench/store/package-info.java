/** Measures what could keep the hooks on the disk: the spool of this repository beside stores of well-kept libraries (ADR of the spool). */
package conveyarr.bench.store;
