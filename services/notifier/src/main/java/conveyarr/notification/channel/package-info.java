/**
 * The ways to people. Each folder below holds one kind of channel; a new kind is a new folder (and a file of its name in
 * {@code conveyarr/notification/kinds} when the plain environment may configure it), and no change elsewhere.
 */
package conveyarr.notification.channel;
