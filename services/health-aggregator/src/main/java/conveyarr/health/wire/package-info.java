/** How a timeline is written, in the topology's store and on the topic. */
package conveyarr.health.wire;
