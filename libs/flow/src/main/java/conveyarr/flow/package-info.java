/** How a service handles one input: received before? load, decide, save, write down the effects; all in one transaction. */
package conveyarr.flow;
