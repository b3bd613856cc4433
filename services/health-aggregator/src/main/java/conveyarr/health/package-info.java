/** Puts together what all others tell: one timeline per title, the state of every program, and the pages that show both. */
@ServiceContract(
        name = "health-aggregator",
        purpose = "Tells the life of every title as one timeline, watches every program of the stack, and shows both.",
        consumes = {
            Topics.HOOKS,
            Topics.REQUESTS,
            Topics.ACQUISITIONS,
            Topics.DOWNLOADS,
            Topics.LIBRARY,
            Topics.NOTIFICATIONS,
            Topics.HEALTH,
            Topics.TIMELINES
        },
        produces = {Topics.HEALTH, Topics.TIMELINES},
        calls = {Upstream.class, VpnGateway.class})
package conveyarr.health;

import conveyarr.events.Topics;
import conveyarr.flow.ServiceContract;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.VpnGateway;
