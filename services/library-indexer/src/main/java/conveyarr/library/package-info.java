/** Follows every imported title until a media server shows it. */
@ServiceContract(
        name = "library-indexer",
        purpose = "Follows every imported title until a media server shows it.",
        consumes = {Topics.HOOKS},
        produces = {Topics.LIBRARY},
        calls = {ArrApp.class, MediaServer.class})
package conveyarr.library;

import conveyarr.events.Topics;
import conveyarr.flow.ServiceContract;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.MediaServer;
