/** Telegram by a bot of one's own; written against Bot API 9.2. */
package conveyarr.notification.channel.telegram;
