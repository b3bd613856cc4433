/** The life of one title from "requested" to "available", told by its events alone. Plain Java: no clock, no Kafka, no JSON. */
package conveyarr.health.timeline;
