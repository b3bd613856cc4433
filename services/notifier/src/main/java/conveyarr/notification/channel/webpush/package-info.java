/** Browsers, by the push service that each of them names: RFC 8030, encrypted by RFC 8291, signed by RFC 8292 (VAPID). */
package conveyarr.notification.channel.webpush;
