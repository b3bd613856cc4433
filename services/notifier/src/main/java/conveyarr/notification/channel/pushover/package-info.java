/** Pushover, which shows messages on phones; written against its Message API (1). */
package conveyarr.notification.channel.pushover;
