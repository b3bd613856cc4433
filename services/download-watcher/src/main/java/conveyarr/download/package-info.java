/** Watches every download that an acquisition asked for, from the grab to its completion. */
@ServiceContract(
        name = "download-watcher",
        purpose =
                "Watches every download from the grab to its completion, lets it wait for the VPN, and repairs it when it is stuck.",
        consumes = {Topics.ACQUISITIONS, Topics.HEALTH},
        produces = {Topics.DOWNLOADS},
        calls = {DownloadClient.class})
package conveyarr.download;

import conveyarr.events.Topics;
import conveyarr.flow.ServiceContract;
import conveyarr.upstream.DownloadClient;
