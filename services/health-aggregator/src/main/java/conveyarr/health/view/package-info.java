/** What the API answers and the pages show, made from what we know. */
package conveyarr.health.view;
