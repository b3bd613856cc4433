/** What other services answer, as far as the pages show it: records read from their JSON, with the words for people. */
package conveyarr.health.view.other;
