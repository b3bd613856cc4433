/** Tells people of what happened, once per event and channel. */
@ServiceContract(
        name = "notifier",
        purpose = "Tells people what happened, one notification per event and channel.",
        consumes = {Topics.REQUESTS, Topics.ACQUISITIONS, Topics.DOWNLOADS, Topics.LIBRARY, Topics.HEALTH},
        produces = {Topics.NOTIFICATIONS},
        calls = {Channel.class})
package conveyarr.notification;

import conveyarr.events.Topics;
import conveyarr.flow.ServiceContract;
import conveyarr.notification.channel.Channel;
