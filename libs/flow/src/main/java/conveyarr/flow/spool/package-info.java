/** A queue on the local disk: what is appended is synced to the disk before the sender hears of it, and stays until it was moved on. */
package conveyarr.flow.spool;
