/** The door for all hooks, and a request's way from "requested" to "fulfilled". */
@ServiceContract(
        name = "request-gateway",
        purpose = "Takes every hook durably and publishes it raw, and says how far each request has come.",
        consumes = {Topics.HOOKS, Topics.REQUESTS, Topics.ACQUISITIONS, Topics.LIBRARY},
        produces = {Topics.HOOKS, Topics.REQUESTS},
        calls = {RequestPortal.class, HookSource.class})
package conveyarr.request;

import conveyarr.events.Topics;
import conveyarr.flow.ServiceContract;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.RequestPortal;
