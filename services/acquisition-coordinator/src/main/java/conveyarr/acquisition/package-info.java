/** Follows every title in every *arr instance from wanted to imported. */
@ServiceContract(
        name = "acquisition-coordinator",
        purpose =
                "Follows every title in every *arr instance from wanted to imported, and says what stands in the way.",
        consumes = {Topics.HOOKS, Topics.REQUESTS, Topics.DOWNLOADS, Topics.LIBRARY, Topics.HEALTH},
        produces = {Topics.ACQUISITIONS},
        calls = {ArrApp.class, Indexers.class})
package conveyarr.acquisition;

import conveyarr.events.Topics;
import conveyarr.flow.ServiceContract;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Indexers;
