/** Any program that takes signed webhooks as Standard Webhooks 1.0 has them (github.com/standard-webhooks/standard-webhooks). */
package conveyarr.notification.channel.webhook;
