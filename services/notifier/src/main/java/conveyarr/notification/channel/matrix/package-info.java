/** A room of Matrix; written against the Client-Server API v1.15. */
package conveyarr.notification.channel.matrix;
