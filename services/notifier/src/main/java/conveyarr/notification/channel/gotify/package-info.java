/** Gotify, which shows messages on phones; written against its API of 2.6. */
package conveyarr.notification.channel.gotify;
