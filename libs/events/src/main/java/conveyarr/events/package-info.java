/** The published language: every event that the services exchange, the names of the topics, and what makes two sightings the same event. */
package conveyarr.events;
