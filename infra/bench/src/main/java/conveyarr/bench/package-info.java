/** Measures an installation on this machine: bounded, on loopback alone, beside nothing that it did not start itself. */
package conveyarr.bench;
