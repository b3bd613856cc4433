/** Slack, by an incoming webhook or by a bot; written against its Web API of 2026-09. Mattermost takes the same webhooks. */
package conveyarr.notification.channel.slack;
