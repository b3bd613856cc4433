/** Discord by the webhook of a channel; written against its API documentation of 2026-09 (API v10). */
package conveyarr.notification.channel.discord;
