/** The pages for people. What they show comes from the same views and the same API as everything else has. */
package conveyarr.health.in.web;
