/** What went wrong, grouped by its cause: worked out from the events alone, in whatever order they were told. */
package conveyarr.health.core.incident;
