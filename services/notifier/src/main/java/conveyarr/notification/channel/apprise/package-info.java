/** Apprise API, which passes messages on to more than a hundred services; written against caronc/apprise-api 1.2. */
package conveyarr.notification.channel.apprise;
