/** The words of a notification: a Qute template for each event and language, and the owner's own in their place. */
package conveyarr.notification.text;
