/** A real Kafka broker in this JVM and a real PostgreSQL as its child, on loopback, with all data in one folder. */
package conveyarr.embedded;
