/** ntfy (ntfy.sh or a server of one's own), which shows messages on phones; written against its publish-as-JSON API of 2025-07. */
package conveyarr.notification.channel.ntfy;
